// What somebody reads of who may use what they told, in Welsh. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const welsh: Translation<typeof english, 'cy'> = {
  page: 'Eich tudalen',
  title: 'Pwy gaiff ddefnyddio’r hyn a ddywedoch wrthym',
  lead: 'Dywedoch eich stori wrthym unwaith. Chi sy’n dewis pwy gaiff ei defnyddio. Mae eich cymorth yn parhau beth bynnag a ddewiswch.',
  none: 'Nid oes neb wedi gofyn i chi eto. Nid oes neb y tu allan i’r tîm sy’n eich helpu yn gweld eich cofnod.',
  law: 'Yn ôl y gyfraith rydym hefyd yn rhannu pan fydd rhywun mewn perygl. Dywedwn wrthych yn gyntaf os gallwn.',
  stands: {
    unsaid: 'Nid ydych wedi dweud eto.',
    use: 'Cânt ddefnyddio’r hyn a ddywedoch.',
    ask: 'Maent yn gofyn i chi yn gyntaf.',
    no: 'Nid ydynt yn ei ddefnyddio.',
    once: 'Cânt ei ddefnyddio y tro hwn, tan {date}. Yna byddant yn gofyn eto.',
  },
  untilThen: 'Dim ond lle maent yn rhoi cymorth i chi y maent yn ei ddefnyddio.',
  sees: 'Maent yn gweld: {what}.',
  question: {
    asks: 'Maent yn gofyn am ddefnyddio’r hyn a ddywedoch.',
    because: 'Byddai {team} yn ei ddarllen cyn i chi gwrdd, am fod hyn wedi’i gynnig i chi: {what}.',
    asked: 'Gofynnwyd: {day}.',
    answer: 'Eu hateb',
    legend: 'A gânt ei ddefnyddio?',
  },
  answers: {
    once: 'Cânt, y tro hwn yn unig',
    onceNote: 'Tan {date}. Yna byddant yn gofyn eto.',
    use: 'Cânt, o hyn ymlaen',
    ask: 'Nid y tro hwn',
    no: 'Na chânt, a pheidiwch â gofyn eto',
  },
  choose: {
    legend: 'Beth gânt ei wneud?',
    use: 'Defnyddio’r hyn a ddywedais',
    ask: 'Gofyn i mi yn gyntaf',
    no: 'Peidio â’i ddefnyddio',
  },
  keep: 'Cadw hyn',
  kept: {
    once: 'Caiff {agency} ddefnyddio’r hyn a ddywedoch y tro hwn',
    use: 'Caiff {agency} ddefnyddio’r hyn a ddywedoch',
    ask: 'Gofynnwn i chi cyn i {agency} ddefnyddio’r hyn a ddywedoch',
    no: 'Nid yw {agency} yn defnyddio’r hyn a ddywedoch',
  },
  fault: 'Dewiswch un o’r rhain.',
  moved: { title: 'Mae hyn wedi newid ers i chi ei agor', detail: 'Dyma sut mae nawr. Ni newidiwyd dim arall.' },
};
