import type { Translation } from '../catalogue.ts';
import type { english } from './en.ts';

export const polish: Translation<typeof english, 'pl'> = {
  page: 'Strona',
  way: 'Przejdź do pierwszej strony',
  other: {
    title: 'To się nie udało',
    detail: 'Po powrocie zobaczysz to, co wpisano. Spróbuj jeszcze raz albo zadzwoń pod jeden z numerów poniżej.',
  },
  notFound: {
    title: 'Nie znaleziono strony',
    detail: 'Mogła zostać przeniesiona albo nie jest Ci udostępniona. Jeśli masz ją z linku, zapytaj osobę, która go wysłała.',
  },
  fault: { title: 'Przepraszamy, to się nie udało', detail: 'Po powrocie zobaczysz swoje słowa. Spróbuj ponownie za minutę.' },
  outOfReach: {
    title: 'Przepraszamy, nie mamy teraz dostępu do danych',
    detail: 'Nic, co zostało wysłane, nie zginęło. Poczekaj minutę, wróć i spróbuj ponownie.',
  },
  invalid: { title: 'Coś trzeba poprawić', detail: 'Sprawdź zaznaczone miejsca. Wszystko, co wpisano, nadal tu jest.' },
  tooManyTries: {
    title: 'Za dużo prób',
    detail: 'Poczekaj 15 minut i spróbuj ponownie. Jeśli potrzebujesz kogoś teraz, zadzwoń pod jeden z numerów poniżej.',
  },
  staleForm: {
    title: 'Ten formularz jest nieaktualny',
    detail: 'Wróć, wczytaj stronę ponownie i wyślij jeszcze raz. Nic nie zostało zmienione.',
  },
  tooMuch: { title: 'To za dużo na jeden raz', detail: 'Skróć tekst albo wyślij go w częściach. Nic nie zostało zmienione.' },
  unread: { title: 'Nie udało się tego odczytać', detail: 'Wczytaj stronę ponownie i wyślij jeszcze raz.' },
  signedOut: {
    title: 'Nastąpiło wylogowanie',
    detail: 'Wróć: Twoje słowa nadal tam są. Zaloguj się ponownie w innym oknie. Skopiuj swoje słowa, zanim odświeżysz stronę.',
  },
};
