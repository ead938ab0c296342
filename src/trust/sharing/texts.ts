// What somebody reads of who may use what they told, by language.
import { catalogue, type Spoken } from '../../platform/language/catalogue.ts';
import { arabic } from './texts/ar.ts';
import { welsh } from './texts/cy.ts';
import { english } from './texts/en.ts';
import { polish } from './texts/pl.ts';
import { somali } from './texts/so.ts';
import { urdu } from './texts/ur.ts';

export const sharingCatalogue = catalogue('sharing', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
export type SharingTexts = Spoken<typeof english>;
