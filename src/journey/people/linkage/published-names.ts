// About how many of a thousand people in Britain have each of the commonest names, for places too new to count their own. What is not here counts as rare.
import type { TermFrequencies } from './parameters.ts';

const families = {
  smith: 12.6, jones: 7.5, taylor: 5.9, brown: 5.6, williams: 3.9, wilson: 3.9, johnson: 3.7, davies: 3.4, robinson: 3.2, wright: 3.2, thompson: 3.1,
  evans: 3, walker: 3, white: 3, roberts: 2.8, green: 2.8, hall: 2.8, wood: 2.7, jackson: 2.7, clarke: 2.6, patel: 2.2, khan: 2, lewis: 2, james: 2,
  thomas: 2.4, hughes: 2.2, edwards: 2.2, hill: 2.1, turner: 2.1, martin: 2, harris: 2, cooper: 2, clark: 2, ward: 2, morris: 1.9, singh: 1.8,
  begum: 1.5, ali: 1.7, ahmed: 1.6, hussain: 1.4,
} as const; // biome-ignore format: one list reads as one list

const givens = {
  david: 19, john: 22, paul: 14, michael: 15, mark: 12, andrew: 12, peter: 13, james: 14, robert: 12, stephen: 9, christopher: 9, richard: 8, daniel: 9,
  thomas: 8, matthew: 8, susan: 12, margaret: 12, sarah: 11, elizabeth: 9, mary: 10, patricia: 9, christine: 7, karen: 7, helen: 8, jennifer: 7, emma: 7,
  laura: 6, claire: 6, linda: 6, mohammed: 6, muhammad: 4,
} as const; // biome-ignore format: one list reads as one list

const shares = (often: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(often).map(([name, perThousand]) => [name, perThousand / 1000]));

export const publishedNames: TermFrequencies = { given: shares(givens), family: shares(families), town: new Map(), least: 0.0005 };
