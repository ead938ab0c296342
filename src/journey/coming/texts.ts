// What the person reads of what makes coming possible, by language.
import { catalogue, type Spoken } from '../../platform/language/catalogue.ts';
import { arabic } from './texts/ar.ts';
import { welsh } from './texts/cy.ts';
import { english } from './texts/en.ts';
import { polish } from './texts/pl.ts';
import { somali } from './texts/so.ts';
import { urdu } from './texts/ur.ts';

export const comingCatalogue = catalogue('coming', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
export type ComingTexts = Spoken<typeof english>;

/** As everybody at work reads them. */
export const inEnglish: ComingTexts = comingCatalogue.in('en');
