// roles.yaml: the parts people play, under the names this place uses. What each may see follows from `access`, never from the name.
import { z } from 'zod';
import { entries, key, language, oneOf, text } from './kinds.ts';

/** The parts of the access matrix. CO_VOLUNTEERS and CO_HUB are the two kinds of co-ordinator. DES writes surveys and sees nobody's record. */
export const accessCodes = [
  'PER',
  'CAR',
  'REF',
  'TRI',
  'SNR',
  'KW',
  'CO_VOLUNTEERS',
  'CO_HUB',
  'VOL',
  'HOST',
  'HOU',
  'EMP',
  'PAR',
  'SG',
  'MGR',
  'COM',
  'IG',
  'ADM',
  'DES',
] as const;
export type AccessCode = (typeof accessCodes)[number];

const role = z.strictObject({
  /** The name shown: 'Forensic Mental Health Practitioner'. */
  name: text,
  /** Short form, if people use one: 'FMHP'. */
  short: text.optional(),
  access: oneOf(accessCodes),
  /** The one thing this role comes to do, which its home page puts first. */
  primaryTask: text,
  /** True for people who give their time. They see the least (S12). */
  volunteer: z.boolean().optional(),
  /** Which view this role brings to a joint decision (SOM-9). */
  view: oneOf(['clinical', 'social care']).optional(),
  /** Services it works in; all when left out. */
  services: z.array(key).optional(),
  /** Languages whose texts this role reviews. */
  reviewsTranslations: z.array(language).optional(),
});

export const roles = entries(role);
