// What somebody reads of who saw and who can see their record, by language.
import { catalogue, type Spoken } from '../../platform/language/catalogue.ts';
import type { SpokenTo } from '../../platform/web/spoken.ts';
import { arabic } from './texts/ar.ts';
import { welsh } from './texts/cy.ts';
import { english } from './texts/en.ts';
import { polish } from './texts/pl.ts';
import { somali } from './texts/so.ts';
import { urdu } from './texts/ur.ts';

export const seenCatalogue = catalogue('seen', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
export type SeenTexts = Spoken<typeof english>;
export type SeenSpeech = SpokenTo<typeof english>;
/** What a sentence needs of it. */
export type SeenWords = Pick<SeenSpeech, 'language' | 'texts' | 'moments'>;
