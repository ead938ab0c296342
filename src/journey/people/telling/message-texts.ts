// Messages in the languages people chose. Their English is in texts.ts and in the place’s blueprint; here it stands only for who translates and reviews.
import { catalogue } from '../../../platform/language/catalogue.ts';
import { arabic } from './message-texts/ar.ts';
import { welsh } from './message-texts/cy.ts';
import { english } from './message-texts/en.ts';
import { polish } from './message-texts/pl.ts';
import { somali } from './message-texts/so.ts';
import { urdu } from './message-texts/ur.ts';

export const messageCatalogue = catalogue('message', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
