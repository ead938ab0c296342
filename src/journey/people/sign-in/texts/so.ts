// Opening one’s own page in Somali. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const somali: Translation<typeof english, 'so'> = {
  page: 'Boggaaga',
  ask: {
    title: 'Fur boggaaga',
    again: 'Mar kale fur boggaaga',
    hint: 'Uma baahnid furaha sirta ah. Waxaan kuu diraynaa link ama lambar.',
    closed: 'Iskiis ayuu u xirmay, si aan qof kale u akhrin. Wixii aad qortay waa la hayaa.',
    label: 'Lambarkaaga gacanta ama iimaylkaaga',
    about: 'Kii aad na siisay. Waxaan isticmaalnaa oo keliya haddii aad tiraahdo waa nabad.',
    send: 'Ii soo dir',
    haveCode: 'Waxaan hayaa lambar aad ii soo dirteen',
    haveDoorCode: 'Waxaan hayaa lambarkii markaan caawimo weydiistay',
    empty: 'Geli lambarka ama iimaylka aad na siisay.',
  },
  code: {
    title: 'Qor lambarkaaga, ama fur link-ga',
    hint: 'Haddii aan halkaas kuugu soo qori karno, fariin baa soo socota. Hal mar ayay shaqaysaa, 20 daqiiqo.',
    label: 'Lambar',
    about: '6 xaraf iyo tiro. Meelaha bannaan dhib ma leh.',
    open: 'Fur boggayga',
    nothing: 'Waxba ma imaan dhawr daqiiqo ka dib? Weydii qofka ku taageera, ama mar kale codso.',
    empty: 'Geli lambarka aan kuu soo dirnay.',
    seen: 'Qof kale ma arki karaa fariinta?',
    why: 'Markaas tan ayaan sidoo kale weydiinnaa, si adiga oo keliya aad u furto boggaaga.',
    born: 'Goorma ayaad dhalatay?',
    bornHint: 'Sannadka oo keliya, haddii intaas aad noo sheegtay.',
    wrong: 'Taasi ma furin boggaaga. Hubi lambarka. Haddii qof kale arki karo fariinta, hoos ku qor goorta aad dhalatay.',
  },
  link: { hint: 'Ma kula joogaa qof aan ahayn inuu arko? Link-gu hal mar ayuu shaqeeyaa, 20 daqiiqo.' },
  gone: {
    title: 'Link-gan waa la isticmaalay',
    hint: 'Link kasta hal mar ayuu boggaaga furaa, 20 daqiiqo. Mid kale waad heli kartaa.',
    another: 'Mid kale ii soo dir',
  },
};
