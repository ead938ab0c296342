// What makes coming possible, as the person reads it, in Welsh. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const welsh: Translation<typeof english, 'cy'> = {
  page: 'Eich tudalen',
  title: 'Beth fyddai’n gwneud y tro cyntaf yn haws?',
  lead: 'Dewiswch beth sy’n addas i chi. Gallwch adael y gweddill allan, a’i newid yn ddiweddarach.',
  none: 'Dywedwch wrth y person sy’n eich cefnogi. Gellir trefnu lle arall, ffordd arall neu gwmni.',
  place: 'Ble hoffech chi gwrdd?',
  places: {
    home: 'Gartref',
    outside: 'Y tu allan, er enghraifft am dro',
    public: 'Caffi, llyfrgell neu rywle tebyg',
    ours: 'Un o’n hystafelloedd ni',
    other: 'Rhywle arall',
  },
  placeWords: 'Pa le, neu beth sy’n bwysig yno',
  channel: 'Sut hoffech chi ddechrau?',
  channels: { '01': 'Wyneb yn wyneb', '02': 'Dros y ffôn yn gyntaf', '11': 'Drwy fideo yn gyntaf', '09': 'Drwy neges destun yn gyntaf' },
  company: 'Pwy sy’n dod gyda chi y tro cyntaf?',
  companies: { ours: 'Daw rhywun o’r tîm gyda mi', own: 'Daw rhywun rwy’n ei adnabod gyda mi', alone: 'Dof ar fy mhen fy hun' },
  told: {
    outreach: 'Daw rhywun atoch chi',
    choice: 'Chi sy’n dewis ble a sut rydych yn cwrdd',
    company: 'Gall rhywun ddod gyda chi y tro cyntaf',
  },
  toldCompany: {
    ours: 'Daw rhywun o’r tîm gyda chi',
    own: 'Daw rhywun rydych yn ei adnabod gyda chi',
    alone: 'Rydych yn dod ar eich pen eich hun',
  },
  keep: 'Cadw hyn',
  kept: { title: 'Byddwn yn trefnu hynny', detail: 'Gallwch ei newid unrhyw bryd cyn i chi gwrdd.' },
  moved: { title: 'Newidiodd hyn wrth i chi ddarllen', detail: 'Dyma sut mae nawr.' },
  faults: {
    nothing: 'Dewiswch o leiaf un: ble, sut, neu bwy sy’n dod.',
    where: 'Ysgrifennwch ble.',
    choose: 'Dewiswch un o’r rhain.',
    long: 'Ysgrifennwch lai yma.',
  },
};
