// What people read when they open their own page, by language.
import { catalogue, type Spoken } from '../../../platform/language/catalogue.ts';
import { arabic } from './texts/ar.ts';
import { welsh } from './texts/cy.ts';
import { english } from './texts/en.ts';
import { polish } from './texts/pl.ts';
import { somali } from './texts/so.ts';
import { urdu } from './texts/ur.ts';

export const signInCatalogue = catalogue('sign-in', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
export type SignInTexts = Spoken<typeof english>;
