// Somebody's own page about how we reach them, in Polish. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const polish: Translation<typeof english, 'pl'> = {
  page: 'Twoja strona',
  title: 'Jak się z Tobą kontaktujemy',
  lead: 'Decydujesz Ty i możesz to zmienić w każdej chwili. Nie wysyłamy żadnej wiadomości o tej zmianie.',
  none: 'Nie mamy od Ciebie numeru ani adresu. To, co Ci mówimy, jest na Twojej stronie.',
  another: 'Masz nowy numer lub adres? Powiedz osobie, która Cię wspiera. Najpierw zapyta, jak można go bezpiecznie używać.',
  ways: { text: 'SMS', phone: 'Rozmowa telefoniczna', email: 'Poczta e-mail', post: 'List' },
  line: {
    safe: {
      no: 'Bezpieczne, nikt inny tego nie widzi.',
      yes: 'Bezpieczne, ktoś inny może to zobaczyć.',
      not_sure: 'Bezpieczne, być może ktoś inny to widzi.',
      not_asked: 'Bezpieczne, nie pytaliśmy, kto jeszcze to widzi.',
    },
    ask_first: 'Najpierw zapytaj.',
    not_safe: 'Niebezpieczne.',
    not_asked: 'Jeszcze nie pytaliśmy.',
    link: 'Można wysłać link.',
    voicemail: 'Można zostawić wiadomość głosową.',
    doubted: 'Nowsze dane mówią coś innego.',
  },
  asked: {
    safe: 'Czy możemy tego bezpiecznie używać?',
    safes: { safe: 'Tak', ask_first: 'Najpierw mnie zapytajcie', not_safe: 'Nie' },
    shared: 'Czy ktoś inny może to zobaczyć lub usłyszeć?',
    sharedHint: 'Jeśli tak albo jeśli nie wiesz, nie mówimy, kim jesteśmy.',
    shareds: { yes: 'Tak', not_sure: 'Nie wiem', no: 'Nie' },
    links: 'Czy możemy wysłać Ci link do Twojej strony?',
    linksHint: 'Tylko jeśli nikt inny tego nie widzi. W innym razie wyślemy kod.',
    link: { yes: 'Tak, link', no: 'Nie, kod' },
    voicemail: 'Można zostawić mi wiadomość głosową',
    name: 'Jakiego imienia mamy tam używać?',
    nameHint: 'Zostaw puste, jeśli ma to być imię, którego używasz na co dzień.',
    timesSafe: 'Dobre pory',
    timesNever: 'Pory, które nigdy nie pasują',
    keep: 'Zapisz to',
  },
  shows: {
    plain: 'Co pokazuje telefon, jeśli ktoś inny może to zobaczyć',
    named: 'Co pokazuje telefon, jeśli widzisz to tylko Ty',
    link: 'Co pokazuje telefon, gdy poprosisz o link',
  },
  faults: {
    safe: 'Powiedz, czy to bezpieczne.',
    shared: 'Powiedz, czy ktoś inny może to zobaczyć lub usłyszeć.',
    choose: 'Wybierz jedną z tych możliwości.',
    long: 'Napisz tu krócej.',
  },
  kept: { title: 'Od teraz tego przestrzegamy', detail: 'Nie wysłaliśmy o tym żadnej wiadomości.' },
  moved: { title: 'To zmieniło się przed chwilą', detail: 'Tak jest teraz.' },
};
