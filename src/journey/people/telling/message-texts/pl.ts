// Messages in Polish. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const polish: Translation<typeof english, 'pl'> = {
  hello: {
    named: 'Dzień dobry, {name}.',
    anyone: 'Dzień dobry.',
    worker: 'Dzień dobry, {name}, tu {worker}.',
    workerToAnyone: 'Dzień dobry, tu {worker}.',
    place: 'Dzień dobry, {name}, tu {place}.',
    placeToAnyone: 'Dzień dobry, tu {place}.',
  },
  subject: {
    plain: 'Dla: {name}',
    plainToAnyone: 'Dla Ciebie',
    named: 'Od: {place}',
  },
  company: { ours: 'Ktoś przyjdzie z Tobą.', own: 'Możesz przyjść, z kim chcesz.' },
  anything: {
    plain: 'Odezwij się, kiedy znajdziesz chwilę.',
    named: 'Mamy dla Ciebie coś nowego. Odezwij się, kiedy znajdziesz chwilę.',
  },
  receipt: {
    plain: 'Dziękujemy za wiadomość. Odpowiedź przyjdzie najpóźniej: {day}.',
    named: 'Mamy to, co do nas napisano. Odezwiemy się najpóźniej: {day}.',
  },
  question: {
    plain: 'Odezwij się, kiedy znajdziesz chwilę.',
    named: 'Mamy do Ciebie pytanie. Tymczasem działamy dalej.',
  },
  unreachable: {
    plain: 'Próbuję się z Tobą skontaktować. Odpisz, kiedy Ci wygodnie, nie ma pośpiechu.',
    named: 'Próbowaliśmy się z Tobą skontaktować. Zadzwoń lub napisz, kiedy zechcesz. Drzwi są otwarte.',
  },
  decision: {
    plain: 'Są dla Ciebie wiadomości. Więcej powiemy najpóźniej: {day}.',
    named: 'Mamy dla Ciebie odpowiedź. Odezwiemy się najpóźniej: {day}.',
  },
  offer_accepted: {
    plain: 'Więcej powiemy najpóźniej: {day}.',
    named: 'Skontaktujemy się z Tobą najpóźniej: {day}.',
  },
  offer_returned: {
    plain: 'To potrwa trochę dłużej. Odpowiedź przyjdzie najpóźniej: {day}.',
    named: 'Szukamy czegoś lepiej dopasowanego. Nie zaczynasz od nowa. Odezwiemy się najpóźniej: {day}.',
  },
  appointment: {
    plain: 'Do zobaczenia: {day}, {time}. Odpisz YES, jeśli pasuje.',
    named: 'Do zobaczenia: {day}, {time}. Odpisz YES, jeśli pasuje.',
  },
  appointment_changed: {
    plain: 'Nowy termin: {day}, {time}. Odpisz YES, jeśli pasuje.',
    named: 'Nowy termin Twojej wizyty: {day}, {time}. Odpisz YES, jeśli pasuje.',
  },
  reminder: {
    plain: 'Czy termin {day}, {time} nadal pasuje? Odpisz YES lub NO.',
    named: 'Czy termin {day}, {time} nadal pasuje? Odpisz YES lub NO.',
  },
  missed: {
    plain: 'Brakowało nam Ciebie dzisiaj. Może być inny czas lub miejsce.',
    named: 'Brakowało nam Ciebie. Może być inny czas lub miejsce.',
  },
  sign_in_link: {
    named: 'Oto Twój link. Działa raz, przez 20 minut. {link}',
  },
  sign_in_code: {
    plain: 'Twój kod to {code}. Działa raz, przez 20 minut.',
    named: 'Twój kod to {code}. Działa raz, przez 20 minut.',
  },
  measure: {
    plain: 'Jest coś do przejrzenia. Termin: {day}.',
    named: 'Mamy dla Ciebie kilka pytań, jeśli zechcesz.',
  },
  plan_shared: {
    plain: 'Jest dla Ciebie coś nowego do przeczytania.',
    named: 'Twój plan jest gotowy do przeczytania.',
  },
  asked_to_use: {
    plain: 'Jest dla Ciebie coś nowego do przeczytania.',
    named: 'Inna instytucja chce skorzystać z tego, co od Ciebie wiemy. Wybierasz Ty, na swojej stronie.',
  },
  welcome: {
    plain: 'Cieszę się na nasze spotkanie.',
    named: 'Cieszymy się na nasze spotkanie.',
  },
  paused: {
    plain: 'Na razie robimy przerwę. Pisz w każdej chwili.',
    named: 'Twoje wsparcie jest wstrzymane. Wracamy: {day}. Możesz wrócić wcześniej.',
  },
  ending: {
    plain: 'Dziękuję za wspólny czas. Możesz pisać w każdej chwili.',
    named: 'Dziękujemy za wspólny czas. Możesz wrócić w każdej chwili.',
  },
  welcome_back: {
    plain: 'Dobrze, że piszesz. Wkrótce odpowiemy.',
    named: 'Witamy ponownie. Zachowaliśmy to, co od Ciebie wiemy.',
  },
  withdrawn: {
    plain: 'W porządku. Możesz pisać w każdej chwili.',
    named: 'W porządku. Możesz wrócić w każdej chwili.',
  },
  letter: {
    hello: { named: 'Dzień dobry, {name},', anyone: 'Dzień dobry,' },
    answer: { plain: 'Aby odpowiedzieć, zadzwoń pod numer {number} lub powiedz osobiście.' },
    close: { plain: 'Serdecznie pozdrawiamy' },
    where: { named: 'Miejsce: {place}' },
    appointment: {
      plain: 'Spotykamy się: {day}, {time}. Jeśli pasuje, nic nie trzeba robić. Jeśli nie, może być inny czas.',
      named: 'Termin Twojej wizyty: {day}, {time}. Jeśli pasuje, nic nie trzeba robić. Jeśli nie, może być inny czas lub miejsce.',
    },
    appointment_changed: {
      plain: 'Nowy termin spotkania: {day}, {time}. Jeśli pasuje, nic nie trzeba robić. Jeśli nie, może być inny czas.',
      named: 'Nowy termin Twojej wizyty: {day}, {time}. Jeśli pasuje, nic nie trzeba robić. Jeśli nie, może być inny czas lub miejsce.',
    },
    reminder: {
      plain: 'Przypominamy o spotkaniu: {day}, {time}. Jeśli już nie pasuje, może być inny czas.',
      named: 'Przypominamy o wizycie: {day}, {time}. Jeśli już nie pasuje, może być inny czas lub miejsce.',
    },
    unreachable: {
      plain: 'Próbuję się z Tobą skontaktować. Zadzwoń, kiedy Ci wygodnie, nie ma pośpiechu.',
      named: 'Próbowaliśmy się z Tobą skontaktować. Zadzwoń, kiedy zechcesz. Drzwi są otwarte.',
    },
    missed: {
      plain: 'Brakowało nam Ciebie. Może być inny czas lub miejsce.',
      named: 'Brakowało nam Ciebie. Może być inny czas lub miejsce.',
    },
    measure: {
      plain: 'Jest coś do wspólnego przejrzenia. Termin: {day}.',
      named: 'Mamy dla Ciebie kilka pytań, jeśli zechcesz. Możemy przejść przez nie razem, kiedy się spotkamy.',
    },
    plan_shared: {
      plain: 'Jest dla Ciebie coś nowego do przeczytania. Możemy przejrzeć to razem, kiedy się spotkamy.',
      named: 'Twój plan jest gotowy do przeczytania. Poproś o wersję na papierze albo przeczytaj go z nami, kiedy się spotkamy.',
    },
    asked_to_use: {
      plain: 'Jest dla Ciebie coś nowego do przeczytania. Możemy przejrzeć to razem, kiedy się spotkamy.',
      named:
        'Inna instytucja chce skorzystać z tego, co od Ciebie wiemy. Wybierasz Ty. Powiedz tak lub nie przez telefon albo na spotkaniu.',
    },
    paused: { plain: 'Na razie robimy przerwę. Możesz zadzwonić w każdej chwili.' },
    ending: { plain: 'Dziękuję za wspólny czas. Możesz zadzwonić w każdej chwili.' },
    withdrawn: { plain: 'W porządku. Możesz zadzwonić w każdej chwili.' },
  },
};
