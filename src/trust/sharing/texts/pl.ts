// What somebody reads of who may use what they told, in Polish. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const polish: Translation<typeof english, 'pl'> = {
  page: 'Twoja strona',
  title: 'Kto może korzystać z tego, co od Ciebie wiemy',
  lead: 'Swoją historię opowiadasz raz. Wybierasz, kto może z niej korzystać. Wsparcie trwa niezależnie od wyboru.',
  none: 'Nikt Cię jeszcze nie pytał. Nikt spoza zespołu, który Ci pomaga, nie widzi Twojej dokumentacji.',
  law: 'Zgodnie z prawem przekazujemy dane także wtedy, gdy ktoś jest w niebezpieczeństwie. Jeśli możemy, najpierw Ci o tym mówimy.',
  stands: {
    unsaid: 'Jeszcze nie ma Twojej odpowiedzi.',
    use: 'Mogą korzystać z tego, co od Ciebie wiemy.',
    ask: 'Najpierw pytają Ciebie.',
    no: 'Nie korzystają z tego.',
    once: 'Mogą skorzystać tym razem, do {date}. Potem zapytają znowu.',
  },
  untilThen: 'Korzystają z tego tylko tam, gdzie Cię wspierają.',
  sees: 'Zakres: {what}.',
  question: {
    asks: 'Proszą o możliwość skorzystania z tego, co od Ciebie wiemy.',
    because: 'Za Twoją zgodą {team} przeczyta to przed spotkaniem, bo zaproponowaliśmy Ci: {what}.',
    asked: 'Pytanie z dnia: {day}.',
    answer: 'Odpowiedz im',
    legend: 'Czy mogą z tego skorzystać?',
  },
  answers: {
    once: 'Tak, tylko tym razem',
    onceNote: 'Do {date}. Potem zapytają znowu.',
    use: 'Tak, od teraz',
    ask: 'Nie tym razem',
    no: 'Nie, i proszę więcej nie pytać',
  },
  choose: {
    legend: 'Co mogą zrobić?',
    use: 'Korzystać z tego, co ode mnie wiecie',
    ask: 'Najpierw mnie zapytać',
    no: 'Nie korzystać z tego',
  },
  keep: 'Zapisz to',
  kept: {
    once: '{agency} może tym razem skorzystać z tego, co od Ciebie wiemy',
    use: '{agency} może korzystać z tego, co od Ciebie wiemy',
    ask: 'Zapytamy Cię, zanim {agency} skorzysta z tego, co od Ciebie wiemy',
    no: '{agency} nie korzysta z tego, co od Ciebie wiemy',
  },
  fault: 'Wybierz jedną z tych możliwości.',
  moved: { title: 'To się zmieniło od otwarcia strony', detail: 'Tak jest teraz. Nic innego się nie zmieniło.' },
};
