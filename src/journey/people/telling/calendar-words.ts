// What an entry in somebody’s own calendar may say. Whoever sees their phone sees it: it is plain unless every way they gave is theirs alone and may name us.
import type { SignedIn } from '../../../platform/web/context.ts';
import { contactPointsOf, namesOfServices } from '../store.ts';
import { standing, wordingFor } from './safe-contact.ts';
import { greetingName, notPlain } from './wording.ts';

interface About {
  readonly personId: string;
  /** Name of who meets them. */
  readonly worker: string;
  readonly place: string;
}

/** The title and place; the place is left out where its words would say why. No service is ever named. */
export const calendarWords = (
  context: SignedIn,
  { personId, worker, place }: About,
): Promise<{ readonly title: string; readonly place: string }> =>
  context.asWorker('word a calendar entry', async (tables) => {
    const ways = standing(await contactPointsOf(tables, [personId])).filter(({ channel }) => channel !== 'in_person');
    const named = ways.length > 0 && ways.every((way) => wordingFor(way) === 'named');
    const services = await namesOfServices(tables);
    const names = [...services, context.place.name];
    const who = greetingName(worker, '', '');
    const known = who && notPlain(who, names) === null ? who : '';
    if (!named) return { title: known || 'Busy', place: notPlain(place, names) === null ? place : '' };
    const namesService = services.some((name) => name.trim().length > 2 && place.toLowerCase().includes(name.trim().toLowerCase()));
    return { title: [known, context.place.name].filter(Boolean).join(', '), place: namesService ? '' : place };
  });
