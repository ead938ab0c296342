// What somebody reads of who may use what they told, in Somali. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const somali: Translation<typeof english, 'so'> = {
  page: 'Boggaaga',
  title: 'Cidda isticmaali karta waxa aad noo sheegtay',
  lead: 'Hal mar ayaad sheekadaada noo sheegtay. Adiga ayaa dooranaya cidda isticmaali karta. Taageeradaadu way socotaa wax kasta oo aad doorato.',
  none: 'Weli lagama weydiin. Cid ka baxsan kooxda ku caawisa ma aragto diiwaankaaga.',
  law: 'Sharci ahaan macluumaadka waan wadaagnaa sidoo kale marka qof khatar ku jiro. Haddii aan karno marka hore adiga ayaan kuu sheegnaa.',
  stands: {
    unsaid: 'Weli ma aadan sheegin.',
    use: 'Way isticmaali karaan waxa aad noo sheegtay.',
    ask: 'Marka hore adiga ayay ku weydiiyaan.',
    no: 'Ma isticmaalaan.',
    once: 'Markan way isticmaali karaan, ilaa {date}. Kaddib mar kale ayay ku weydiinayaan.',
  },
  untilThen: 'Waxay isticmaalaan oo keliya halka ay ku taageeraan.',
  sees: 'Waxay arkaan: {what}.',
  question: {
    asks: 'Waxay codsanayaan inay isticmaalaan waxa aad noo sheegtay.',
    because: '{team} ayaa akhrin lahaa kulankiinna ka hor, maxaa yeelay tan ayaa laguu soo bandhigay: {what}.',
    asked: 'La weydiiyey {day}.',
    answer: 'U jawaab',
    legend: 'Ma isticmaali karaan?',
  },
  answers: {
    once: 'Haa, markan oo keliya',
    onceNote: 'Ilaa {date}. Kaddib mar kale ayay ku weydiinayaan.',
    use: 'Haa, hadda wixii ka dambeeya',
    ask: 'Markan maya',
    no: 'Maya, mar dambena ha i weydiinina',
  },
  choose: {
    legend: 'Maxay samayn karaan?',
    use: 'Isticmaalaan waxa aan idiin sheegay',
    ask: 'Marka hore i weydiiyaan',
    no: 'Ha isticmaalin',
  },
  keep: 'Kaydi kan',
  kept: {
    once: '{agency} markan way isticmaali karaan waxa aad noo sheegtay',
    use: '{agency} way isticmaali karaan waxa aad noo sheegtay',
    ask: 'Waan ku weydiinaynaa ka hor inta {agency} aanay isticmaalin waxa aad noo sheegtay',
    no: '{agency} ma isticmaalaan waxa aad noo sheegtay',
  },
  fault: 'Kuwan mid ka dooro.',
  moved: { title: 'Tani way beddelantay tan iyo markii aad furtay', detail: 'Waa sidan hadda. Wax kale lama beddelin.' },
};
