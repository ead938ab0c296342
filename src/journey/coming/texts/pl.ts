// What makes coming possible, as the person reads it, in Polish. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const polish: Translation<typeof english, 'pl'> = {
  page: 'Twoja strona',
  title: 'Co ułatwiłoby pierwszy raz?',
  lead: 'Wybierz, co Ci odpowiada. Resztę możesz pominąć i zmienić później.',
  none: 'Powiedz osobie, która Cię wspiera. Można umówić inne miejsce, inny sposób albo towarzystwo.',
  place: 'Gdzie chcesz się spotkać?',
  places: {
    home: 'W domu',
    outside: 'Na dworze, na przykład na spacerze',
    public: 'W kawiarni, bibliotece lub podobnym miejscu',
    ours: 'W jednym z naszych pokoi',
    other: 'Gdzie indziej',
  },
  placeWords: 'Które miejsce albo co jest tam ważne',
  channel: 'Jak chcesz zacząć?',
  channels: { '01': 'Osobiście', '02': 'Najpierw przez telefon', '11': 'Najpierw przez wideo', '09': 'Najpierw przez SMS' },
  company: 'Kto przyjdzie z Tobą za pierwszym razem?',
  companies: { ours: 'Przyjdzie ze mną ktoś z zespołu', own: 'Przyjdzie ze mną ktoś, kogo znam', alone: 'Przyjdę bez towarzystwa' },
  told: {
    outreach: 'Ktoś przyjdzie do Ciebie',
    choice: 'Wybierasz, gdzie i jak się spotkamy',
    company: 'Za pierwszym razem ktoś może przyjść z Tobą',
  },
  toldCompany: {
    ours: 'Przyjdzie z Tobą ktoś z zespołu',
    own: 'Przyjdzie z Tobą ktoś, kogo znasz',
    alone: 'Przyjdziesz bez towarzystwa',
  },
  keep: 'Zapisz to',
  kept: { title: 'Tak to umówimy', detail: 'Możesz to zmienić w każdej chwili przed spotkaniem.' },
  moved: { title: 'To zmieniło się podczas czytania', detail: 'Tak jest teraz.' },
  faults: {
    nothing: 'Wybierz co najmniej jedno: gdzie, jak albo kto przyjdzie.',
    where: 'Napisz gdzie.',
    choose: 'Wybierz jedną z tych możliwości.',
    long: 'Napisz tu krócej.',
  },
};
