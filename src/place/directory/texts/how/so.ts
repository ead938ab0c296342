// How help is reached here, in Somali. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const somali: Translation<typeof english, 'so'> = {
  title: 'Sida ay u shaqayso',
  lead: 'Albaab kasta oo aad isticmaasho, qof ayaa akhriya waxa aad qortay. Qof walba wuxuu helaa tallaabada xigta, qofna wuu kula jiraa ilaa ay ka bilaabmayso.',
  headings: { doors: 'Albaab kasta waa sax', reading: 'Qof baa akhriya', next: 'Tallaabada xigta' },
  doors: {
    self: 'Naftaada u codso',
    carer: 'Daryeele ama qaraabo',
    professional: 'Xirfadle',
    partner: 'Hay’ad aan wada shaqayno',
    justice: 'Nidaamka caddaaladda dembiyada',
    secure_unit: 'Xarun la ilaaliyo',
    phone: 'Telefoon',
    walk_in: 'Iska imow',
    cafe: 'Makhaayadda xaaladda adag',
    mash: 'Xarunta badbaadinta (MASH)',
    other: 'Albaab kale',
  },
  within: {
    now: 'isla markiiba',
    hours: { counted: { one: 'saacad gudaheed', other: '{count} saacadood gudahood' } },
    days: { counted: { one: 'maalin gudaheed', other: '{count} maalmood gudahood' } },
    weeks: { counted: { one: 'toddobaad gudihiis', other: '{count} toddobaad gudahood' } },
    workingDays: { counted: { one: 'maalin shaqo gudaheed', other: '{count} maalmood oo shaqo gudahood' } },
    months: { counted: { one: 'bil gudaheed', other: '{count} bilood gudahood' } },
    sameDay: 'isla maalintaas',
    sameWorkingDay: 'isla maalintaas shaqada ah',
    meeting: 'kulanka xiga',
  },
  accepts: '{team} haa ayay dhahaan {when}',
  readBy: 'Waxaa akhriya {team}',
  room: { room: 'Hadda boos waa jiraa', filling: 'Waxay ku dhowdahay inay buuxsanto', full: 'Hadda way buuxdaa: weli waad codsan kartaa' },
  picture: {
    title: 'Sida caawimaad looga helo {name}',
    doors: 'Albaabbada: {doors}.',
    leadTo: 'Dhammaantood waxay ku geeyaan {name}.',
    leadToTeam: 'Dhammaantood waxay ku geeyaan {name}, halkaas oo {team} akhriyaan codsi kasta.',
    offered: 'Halkaas waxaa lagaa siiyaa mid ama in ka badan oo kuwan ah: {offers}.',
  },
  table: {
    open: 'Isla wixii oo shax ah',
    caption: 'Albaabbada ilaa {name}, iyo wixii ka dambeeya',
    step: 'Tallaabada xigta',
    team: 'Kooxda',
    soon: 'Goorta ay haa dhahaan',
    notSet: 'Sida ay kooxdu sheegto',
    room: 'Boos',
    notSaid: 'Lama sheegin',
  },
  source: 'Waxaa laga sawiray waxa halkan ka dhaqan galay: {versions}.',
  version: '{name}, nooca {number}',
  straightIn: { title: 'Ama iska imow', lead: 'Kuwan uma baahna gudbin iyo foom midna.' },
  after: {
    title: 'Kaddibna',
    open: 'Marka taageeradu dhammaato, albaabku wuu furan yahay.',
    back: {
      counted: {
        one: 'Bil gudaheed waad soo noqon kartaa adigoo aan dib u bilaabin.',
        other: '{count} bilood gudahood waad soo noqon kartaa adigoo aan dib u bilaabin.',
      },
    },
    change: 'Waad ka caawin kartaa beddelka sida ay u shaqayso.',
    say: 'Fikirkaaga dhiibo',
  },
};
