// How help is reached here, in Polish. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const polish: Translation<typeof english, 'pl'> = {
  title: 'Jak to działa',
  lead: 'Niezależnie od drzwi, którymi wejdziesz, to, co napiszesz, czyta człowiek. Każdy dostaje następny krok i ktoś jest z Tobą, aż ten krok się zacznie.',
  headings: { doors: 'Każde drzwi są dobre', reading: 'Ktoś to czyta', next: 'Następny krok' },
  doors: {
    self: 'Prośba we własnej sprawie',
    carer: 'Ktoś z opiekunów lub rodziny',
    professional: 'Specjalista lub specjalistka',
    partner: 'Instytucja partnerska',
    justice: 'Wymiar sprawiedliwości',
    secure_unit: 'Oddział zamknięty',
    phone: 'Telefon',
    walk_in: 'Przyjście bez umawiania',
    cafe: 'Kawiarnia kryzysowa',
    mash: 'Zespół ochrony (MASH)',
    other: 'Inne drzwi',
  },
  within: {
    now: 'od razu',
    hours: {
      counted: {
        one: 'w ciągu godziny',
        few: 'w ciągu {count} godzin',
        many: 'w ciągu {count} godzin',
        other: 'w ciągu {count} godziny',
      },
    },
    days: {
      counted: { one: 'w ciągu jednego dnia', few: 'w ciągu {count} dni', many: 'w ciągu {count} dni', other: 'w ciągu {count} dnia' },
    },
    weeks: {
      counted: {
        one: 'w ciągu tygodnia',
        few: 'w ciągu {count} tygodni',
        many: 'w ciągu {count} tygodni',
        other: 'w ciągu {count} tygodnia',
      },
    },
    workingDays: {
      counted: {
        one: 'w ciągu jednego dnia roboczego',
        few: 'w ciągu {count} dni roboczych',
        many: 'w ciągu {count} dni roboczych',
        other: 'w ciągu {count} dnia roboczego',
      },
    },
    months: {
      counted: {
        one: 'w ciągu miesiąca',
        few: 'w ciągu {count} miesięcy',
        many: 'w ciągu {count} miesięcy',
        other: 'w ciągu {count} miesiąca',
      },
    },
    sameDay: 'tego samego dnia',
    sameWorkingDay: 'tego samego dnia roboczego',
    meeting: 'na najbliższym spotkaniu',
  },
  accepts: '{team} mówi „tak” {when}',
  readBy: 'Czyta to: {team}',
  room: { room: 'Są teraz miejsca', filling: 'Prawie pełno', full: 'Teraz pełno: nadal możesz poprosić o pomoc' },
  picture: {
    title: 'Jak uzyskać pomoc przez {name}',
    doors: 'Drzwi: {doors}.',
    leadTo: 'Wszystkie prowadzą do: {name}.',
    leadToTeam: 'Wszystkie prowadzą do: {name}. Każdą prośbę czyta tam {team}.',
    offered: 'Stamtąd proponujemy jedną lub więcej z tych możliwości: {offers}.',
  },
  table: {
    open: 'To samo w tabeli',
    caption: 'Od drzwi do {name} i dalej',
    step: 'Następny krok',
    team: 'Zespół',
    soon: 'Jak szybko mówi „tak”',
    notSet: 'Według zespołu',
    room: 'Miejsca',
    notSaid: 'Nie podano',
  },
  source: 'Narysowane według tego, co tu obowiązuje: {versions}.',
  version: '{name}, wersja {number}',
  straightIn: { title: 'Albo po prostu przyjdź', lead: 'Tu nie trzeba skierowania ani formularza.' },
  after: {
    title: 'A potem',
    open: 'Kiedy wsparcie się kończy, drzwi pozostają otwarte.',
    back: {
      counted: {
        one: 'W ciągu miesiąca możesz wrócić bez zaczynania od nowa.',
        few: 'W ciągu {count} miesięcy możesz wrócić bez zaczynania od nowa.',
        many: 'W ciągu {count} miesięcy możesz wrócić bez zaczynania od nowa.',
        other: 'W ciągu {count} miesiąca możesz wrócić bez zaczynania od nowa.',
      },
    },
    change: 'Możesz pomóc zmieniać to, jak działamy.',
    say: 'Powiedz, co myślisz',
  },
};
