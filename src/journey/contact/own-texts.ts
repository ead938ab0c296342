// What somebody reads on their own page about how we reach them, by language, and one line that says how a way stands.
import { catalogue, type Spoken } from '../../platform/language/catalogue.ts';
import type { ContactPoint } from '../people/model.ts';
import type { Way } from './model.ts';
import { arabic } from './texts/ar.ts';
import { welsh } from './texts/cy.ts';
import { english } from './texts/en.ts';
import { polish } from './texts/pl.ts';
import { somali } from './texts/so.ts';
import { urdu } from './texts/ur.ts';

export const contactCatalogue = catalogue('contact', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });
export type ContactTexts = Spoken<typeof english>;

/** 'Text. Safe, nobody else sees it. A link may be sent.' */
export const wayLine = ({ ways, line }: ContactTexts, point: ContactPoint, way: Way): string =>
  [
    `${ways[way]}.`,
    point.safeToUse === 'safe' ? line.safe[point.shared] : line[point.safeToUse],
    point.maySendLinks ? line.link : '',
    point.voicemail ? line.voicemail : '',
    point.doubtedAt ? line.doubted : '',
  ]
    .filter(Boolean)
    .join(' ');
