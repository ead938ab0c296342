// Which hours are quiet for a message of this place: its blueprint says which, and which messages are worth waking somebody for.
import type { Place } from '../../../platform/blueprint/place.ts';
import { blueprintPurpose } from './place-texts.ts';
import type { QuietHours } from './safe-contact.ts';

/** They asked for this very message a moment ago and wait for it. */
export const isAskedFor = (purpose: string): boolean => purpose === 'sign_in_link' || purpose === 'sign_in_code';

/** Null for a message that may come at any hour. */
export function quietHoursFor({ contact }: Pick<Place, 'contact'>, purpose: string): QuietHours | null {
  const known = blueprintPurpose(purpose);
  const excepted = known !== undefined && contact.quietHours.except.includes(known);
  return isAskedFor(purpose) || excepted ? null : contact.quietHours;
}
