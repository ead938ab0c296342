// What makes coming possible, as the person reads it, in Somali. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const somali: Translation<typeof english, 'so'> = {
  page: 'Boggaaga',
  title: 'Maxaa marka koowaad fududayn lahaa?',
  lead: 'Dooro waxa kuu habboon. Inta kale waad ka tegi kartaa, hadhowna waad beddeli kartaa.',
  none: 'U sheeg qofka ku taageera. Meel kale, si kale ama qof ku wehliya waa la diyaarin karaa.',
  place: 'Xaggee ayaad jeclaan lahayd inaan ku kulanno?',
  places: {
    home: 'Guriga',
    outside: 'Dibadda, sida socod',
    public: 'Makhaayad, maktabad ama meel la mid ah',
    ours: 'Mid ka mid ah qolalkayaga',
    other: 'Meel kale',
  },
  placeWords: 'Meesha, ama waxa halkaas muhiim ka ah',
  channel: 'Sidee ayaad jeclaan lahayd inaad ku bilowdo?',
  channels: { '01': 'Fool ka fool', '02': 'Marka hore telefoon', '11': 'Marka hore wicitaan muuqaal ah', '09': 'Marka hore fariin qoraal' },
  company: 'Yaa ku wehlinaya marka koowaad?',
  companies: { ours: 'Qof kooxda ka mid ah ayaa i wehliya', own: 'Qof aan aqaan ayaa i wehliya', alone: 'Keligay ayaan imanayaa' },
  told: {
    outreach: 'Qof baa kuu imanaya',
    choice: 'Adiga ayaa dooranaya meesha iyo sida aad u kulmaysaan',
    company: 'Qof ayaa marka koowaad ku wehlin kara',
  },
  toldCompany: {
    ours: 'Qof kooxda ka mid ah ayaa ku wehliya',
    own: 'Qof aad taqaan ayaa ku wehliya',
    alone: 'Keligaa ayaad imanaysaa',
  },
  keep: 'Kaydi kan',
  kept: { title: 'Sidaas ayaan u diyaarinaynaa', detail: 'Goor kasta waad beddeli kartaa ka hor kulanka.' },
  moved: { title: 'Tani way beddelantay intii aad akhrinaysay', detail: 'Waa sidan hadda.' },
  faults: {
    nothing: 'Ugu yaraan mid dooro: meesha, sida, ama cidda ku wehlisa.',
    where: 'Qor meesha.',
    choose: 'Kuwan mid ka dooro.',
    long: 'Halkan wax ka yar ku qor.',
  },
};
