import type { Translation } from '../catalogue.ts';
import type { english } from './en.ts';

export const somali: Translation<typeof english, 'so'> = {
  page: 'Bog',
  way: 'Tag bogga hore',
  other: {
    title: 'Taasi ma shaqayn',
    detail: 'Wixii aad qortay weli way joogaan haddii aad dib u noqoto. Mar kale isku day, ama wac mid ka mid ah lambarrada hoose.',
  },
  notFound: {
    title: 'Bogga lama helin',
    detail: 'Waa laga yaabaa in la wareejiyey, ama aan laguu oggolayn. Haddii aad raacday link, weydii qofka kuu soo diray.',
  },
  fault: {
    title: 'Waan ka xunnahay, taasi ma shaqayn',
    detail: 'Qoraalkaagu weli wuu joogaa haddii aad dib u noqoto. Mar kale isku day daqiiqad ka dib.',
  },
  outOfReach: {
    title: 'Waan ka xunnahay, hadda ma gaari karno diiwaannadayada',
    detail: 'Wax aad hore u dirtay ma lumin. Sug daqiiqad, dib u noqo oo mar kale isku day.',
  },
  invalid: { title: 'Waxbaa u baahan in la saxo', detail: 'Eeg waxa la calaamadeeyey. Wax kasta oo aad qortay weli way joogaan.' },
  tooManyTries: {
    title: 'Isku dayo aad u badan',
    detail: 'Sug 15 daqiiqo oo mar kale isku day. Haddii aad hadda qof u baahan tahay, wac mid ka mid ah lambarrada hoose.',
  },
  staleForm: {
    title: 'Foomkani waa duugoobay',
    detail: 'Dib u noqo, bogga mar kale fur oo mar kale dir. Waxba lama beddelin.',
  },
  tooMuch: { title: 'Taasi aad bay u badan tahay in hal mar la diro', detail: 'Soo gaabi ama u dir qaybo. Waxba lama beddelin.' },
  unread: { title: 'Taas lama akhrin karin', detail: 'Bogga mar kale fur oo mar kale dir.' },
  signedOut: {
    title: 'Waa lagaa saaray',
    detail:
      'Dib u noqo: erayadaadu weli halkaas ayay ku jiraan. Mar kale ka gal daaqad kale. Koobi erayadaada ka hor intaadan bogga dib u furin.',
  },
};
