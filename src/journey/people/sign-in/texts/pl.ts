// Opening one’s own page in Polish. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const polish: Translation<typeof english, 'pl'> = {
  page: 'Twoja strona',
  ask: {
    title: 'Otwórz swoją stronę',
    again: 'Otwórz swoją stronę ponownie',
    hint: 'Nie potrzebujesz hasła. Wyślemy Ci link albo kod.',
    closed: 'Zamknęła się sama, żeby nikt inny jej nie czytał. To, co napisano, jest zapisane.',
    label: 'Twój numer komórki lub adres e-mail',
    about: 'Ten, który mamy od Ciebie. Używamy go tylko, jeśli uznajesz go za bezpieczny.',
    send: 'Wyślijcie mi',
    haveCode: 'Mam kod od Was',
    haveDoorCode: 'Mam kod z prośby o pomoc',
    empty: 'Wpisz numer lub adres e-mail, który mamy od Ciebie.',
  },
  code: {
    title: 'Wpisz kod albo otwórz link',
    hint: 'Jeśli możemy tam do Ciebie pisać, wiadomość jest w drodze. Działa raz, przez 20 minut.',
    label: 'Kod',
    about: '6 liter i cyfr. Odstępy nie mają znaczenia.',
    open: 'Otwórz moją stronę',
    nothing: 'Nic nie przyszło po kilku minutach? Zapytaj osobę, która Cię wspiera, albo poproś ponownie.',
    empty: 'Wpisz kod, który od nas masz.',
    seen: 'Czy ktoś inny może widzieć wiadomość?',
    why: 'Wtedy pytamy też o to, aby nikt inny nie otworzył Twojej strony.',
    born: 'Data urodzenia',
    bornHint: 'Sam rok, jeśli tylko tyle nam podano.',
    wrong: 'To nie otworzyło Twojej strony. Sprawdź kod. Jeśli ktoś inny może widzieć wiadomość, podaj poniżej datę urodzenia.',
  },
  link: { hint: 'Czy jest z Tobą ktoś, kto nie powinien tego widzieć? Link działa raz, przez 20 minut.' },
  gone: {
    title: 'Ten link został już użyty',
    hint: 'Każdy link otwiera Twoją stronę raz, przez 20 minut. Możesz dostać nowy.',
    another: 'Wyślijcie mi nowy',
  },
};
