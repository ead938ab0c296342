// What everybody reads of how help is reached here, by language.
import { catalogue, type Spoken } from '../../platform/language/catalogue.ts';
import { arabic } from './texts/how/ar.ts';
import { welsh } from './texts/how/cy.ts';
import { english } from './texts/how/en.ts';
import { polish } from './texts/how/pl.ts';
import { somali } from './texts/how/so.ts';
import { urdu } from './texts/how/ur.ts';

export const howCatalogue = catalogue('how', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
export type HowTexts = Spoken<typeof english>;
