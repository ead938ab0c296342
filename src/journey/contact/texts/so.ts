// Somebody's own page about how we reach them, in Somali. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const somali: Translation<typeof english, 'so'> = {
  page: 'Boggaaga',
  title: 'Sida aan kula soo xiriirno',
  lead: 'Adiga ayaa go’aamiya, goor kastana waad beddeli kartaa. Wax sheegaya inaad beddeshay ma dirno.',
  none: 'Lambar ama cinwaan kaama hayno. Waxa aan kuu sheegno waxay ku yaallaan boggaaga.',
  another:
    'Ma haysataa lambar ama cinwaan cusub? U sheeg qofka ku taageera. Marka hore wuxuu ku weydiinayaa sida ay u ammaan tahay in la isticmaalo.',
  ways: { text: 'Fariin qoraal', phone: 'Wicitaan', email: 'Iimayl', post: 'Warqad' },
  line: {
    safe: {
      no: 'Waa ammaan, qof kale ma arko.',
      yes: 'Waa ammaan, qof kale ayaa arki kara.',
      not_sure: 'Waa ammaan, laga yaabee in qof kale arko.',
      not_asked: 'Waa ammaan, lama weydiin cidda kale ee arkta.',
    },
    ask_first: 'Marka hore weydii.',
    not_safe: 'Ammaan ma aha.',
    not_asked: 'Weli lama weydiin.',
    link: 'Link waa la diri karaa.',
    voicemail: 'Fariin cod ah waa la reebi karaa.',
    doubted: 'Xog ka cusub ayaa wax kale sheegaysa.',
  },
  asked: {
    safe: 'Ma ammaan baa inaan kan isticmaalno?',
    safes: { safe: 'Haa', ask_first: 'Marka hore i weydii', not_safe: 'Maya' },
    shared: 'Ma jiraa qof kale oo arki ama maqli kara?',
    sharedHint: 'Haddii ay haa tahay ama aadan hubin, ma sheegno cidda aan nahay.',
    shareds: { yes: 'Haa', not_sure: 'Ma hubo', no: 'Maya' },
    links: 'Ma kuu soo diri karnaa link aad boggaaga ku furto?',
    linksHint: 'Kaliya haddii aan qof kale arki karin. Haddii kale lambar sir ah ayaan soo dirnaa.',
    link: { yes: 'Haa, link', no: 'Maya, lambar sir ah' },
    voicemail: 'Fariin cod ah waad reebi kartaan',
    name: 'Magacee ayaan halkaas ku isticmaalnaa?',
    nameHint: 'Ka tag madhan haddii ay tahay magaca laguugu yeero.',
    timesSafe: 'Waqtiyo fiican',
    timesNever: 'Waqtiyo aan marna fiicnayn',
    keep: 'Kaydi kan',
  },
  shows: {
    plain: 'Waxa telefoonku tusayo haddii qof kale arki karo',
    named: 'Waxa telefoonku tusayo haddii adiga oo keliya aad aragto',
    link: 'Waxa telefoonku tusayo marka aad link-ga codsato',
  },
  faults: {
    safe: 'Sheeg haddii ay ammaan tahay.',
    shared: 'Sheeg haddii qof kale arki ama maqli karo.',
    choose: 'Kuwan mid ka dooro.',
    long: 'Halkan wax ka yar ku qor.',
  },
  kept: { title: 'Hadda ka dib sidaas ayaan yeelaynaa', detail: 'Wax ku saabsan lama dirin.' },
  moved: { title: 'Tan hadda ayaa la beddelay', detail: 'Waa sidan hadda.' },
};
