// How help is reached here, in Welsh. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const welsh: Translation<typeof english, 'cy'> = {
  title: 'Sut mae’n gweithio',
  lead: 'Pa ddrws bynnag a ddefnyddiwch, mae person yn darllen yr hyn a ysgrifennoch. Mae pawb yn cael cam nesaf, ac mae rhywun yn aros gyda chi nes iddo ddechrau.',
  headings: { doors: 'Mae pob drws yn iawn', reading: 'Mae rhywun yn ei ddarllen', next: 'Y cam nesaf' },
  doors: {
    self: 'Gofyn drosoch eich hun',
    carer: 'Gofalwr neu berthynas',
    professional: 'Gweithiwr proffesiynol',
    partner: 'Asiantaeth bartner',
    justice: 'Y system cyfiawnder troseddol',
    secure_unit: 'Uned ddiogel',
    phone: 'Ffôn',
    walk_in: 'Galw heibio',
    cafe: 'Caffi argyfwng',
    mash: 'Hwb diogelu (MASH)',
    other: 'Drws arall',
  },
  within: {
    now: 'ar unwaith',
    hours: {
      counted: {
        zero: 'o fewn awr',
        one: 'o fewn awr',
        two: 'o fewn {count} awr',
        few: 'o fewn {count} awr',
        many: 'o fewn {count} awr',
        other: 'o fewn {count} awr',
      },
    },
    days: {
      counted: {
        zero: 'o fewn diwrnod',
        one: 'o fewn diwrnod',
        two: 'o fewn {count} ddiwrnod',
        few: 'o fewn {count} diwrnod',
        many: 'o fewn {count} diwrnod',
        other: 'o fewn {count} diwrnod',
      },
    },
    weeks: {
      counted: {
        zero: 'o fewn wythnos',
        one: 'o fewn wythnos',
        two: 'o fewn {count} wythnos',
        few: 'o fewn {count} wythnos',
        many: 'o fewn {count} wythnos',
        other: 'o fewn {count} wythnos',
      },
    },
    workingDays: {
      counted: {
        zero: 'o fewn diwrnod gwaith',
        one: 'o fewn diwrnod gwaith',
        two: 'o fewn {count} ddiwrnod gwaith',
        few: 'o fewn {count} diwrnod gwaith',
        many: 'o fewn {count} diwrnod gwaith',
        other: 'o fewn {count} diwrnod gwaith',
      },
    },
    months: {
      counted: {
        zero: 'o fewn mis',
        one: 'o fewn mis',
        two: 'o fewn {count} fis',
        few: 'o fewn {count} mis',
        many: 'o fewn {count} mis',
        other: 'o fewn {count} mis',
      },
    },
    sameDay: 'ar yr un diwrnod',
    sameWorkingDay: 'ar yr un diwrnod gwaith',
    meeting: 'yn ei gyfarfod nesaf',
  },
  accepts: 'Mae {team} yn dweud ie {when}',
  readBy: 'Darllenir gan: {team}',
  room: { room: 'Mae lle nawr', filling: 'Bron yn llawn', full: 'Llawn nawr: gallwch ofyn o hyd' },
  picture: {
    title: 'Sut i gael help drwy {name}',
    doors: 'Drysau: {doors}.',
    leadTo: 'Maent i gyd yn arwain at {name}.',
    leadToTeam: 'Maent i gyd yn arwain at {name}, lle mae {team} yn darllen pob cais.',
    offered: 'Oddi yno cynigir un neu fwy o’r rhain: {offers}.',
  },
  table: {
    open: 'Yr un peth fel tabl',
    caption: 'O’r drysau at {name}, ac ymlaen',
    step: 'Y cam nesaf',
    team: 'Tîm',
    soon: 'Pa mor fuan y mae’n dweud ie',
    notSet: 'Fel y dywed y tîm',
    room: 'Lle',
    notSaid: 'Heb ei ddweud',
  },
  source: 'Wedi’i lunio o’r hyn sydd mewn grym yma: {versions}.',
  version: '{name}, fersiwn {number}',
  straightIn: { title: 'Neu dewch draw', lead: 'Nid oes angen atgyfeiriad na ffurflen ar gyfer y rhain.' },
  after: {
    title: 'Ac wedyn',
    open: 'Pan ddaw’r cymorth i ben, mae’r drws yn aros ar agor.',
    back: {
      counted: {
        zero: 'Gallwch ddod yn ôl heb ddechrau eto.',
        one: 'O fewn mis gallwch ddod yn ôl heb ddechrau eto.',
        two: 'O fewn {count} fis gallwch ddod yn ôl heb ddechrau eto.',
        few: 'O fewn {count} mis gallwch ddod yn ôl heb ddechrau eto.',
        many: 'O fewn {count} mis gallwch ddod yn ôl heb ddechrau eto.',
        other: 'O fewn {count} mis gallwch ddod yn ôl heb ddechrau eto.',
      },
    },
    change: 'Gallwch helpu i newid sut mae’n gweithio.',
    say: 'Dweud eich dweud',
  },
};
