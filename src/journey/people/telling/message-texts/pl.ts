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
    named: 'Witamy ponownie. Zachowaliśmy to, co wiemy od Ciebie.',
  },
  withdrawn: {
    plain: 'W porządku. Możesz pisać w każdej chwili.',
    named: 'W porządku. Możesz wrócić w każdej chwili.',
  },
};
