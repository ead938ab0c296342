// What blueprints side by side say differently: settled by their order where a place has one front door, or for a person to settle first.
import type { Conflict, Place } from '../../platform/blueprint/place.ts';

/** What the first blueprint decides for the whole place, in words. */
const ofFrontDoor: Readonly<Record<string, string>> = {
  place: 'name and area',
  exit: 'way out of public pages',
  plainSender: 'number that messages come from',
  publicName: 'public name',
  help: 'help lines',
  contact: 'rules of contact',
  recordsStayOpen: 'hours that records stay open',
  vocabulary: 'words for people and roles',
};
const clock = /^clocks: (.+)$/;

const settledByOrder = ({ what }: Conflict): boolean => what in ofFrontDoor || clock.test(what);

/** What has no order: one code for two different things. */
export const toSettle = ({ conflicts }: Pick<Place, 'conflicts'>): Conflict[] => conflicts.filter((conflict) => !settledByOrder(conflict));

/** What the order chose and what it left out, a sentence each. */
export const choicesByOrder = ({ conflicts }: Pick<Place, 'conflicts'>): string[] =>
  conflicts.filter(settledByOrder).map(({ what, between: [first, other] }) => {
    const promise = clock.exec(what)?.[1];
    return promise
      ? `The promise ${promise} is counted as ${first} says, for ${other} too.`
      : `For the whole place: the ${ofFrontDoor[what]} of ${first}. What ${other} says there is left out.`;
  });
