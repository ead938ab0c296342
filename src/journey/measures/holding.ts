// What keepers of measures do: enter a version that the place was given, confirm what somebody else entered, and stop using one.
import type { LocalDate } from '../../platform/clock.ts';
import { localDate } from '../../platform/clock.ts';
import { moversOf, overtaken, permit } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import type { InstrumentDefinition } from './definition.ts';
import { asPublished, type HeldState, type HeldVersion, heldLifecycle, languageInWords, versionLanguages } from './held.ts';
import { instrumentById } from './instruments/all.ts';
import { countEntered, heldVersions, insertVersion, moveVersion } from './store-held.ts';

/** What this place asks, by its blueprint, and whatever it holds a version of. */
export async function measuresOfPlace(
  context: SignedIn,
): Promise<readonly { readonly definition: InstrumentDefinition; readonly held: readonly HeldVersion[] }[]> {
  const held = Map.groupBy(await heldVersions(context.tables), ({ instrument }) => instrument);
  const asked = context.place.blueprint.measures.flatMap(({ ask }) => Object.keys(ask));
  return [...new Set(['core-10', ...asked, ...held.keys()])]
    .flatMap((id) => instrumentById.get(id) ?? [])
    .map((definition) => ({ definition, held: held.get(definition.id) ?? [] }))
    .toSorted((one, other) => one.definition.name.localeCompare(other.definition.name, 'en-GB'));
}

export interface GivenVersion {
  readonly language: string;
  readonly holder: string;
  readonly reference: string;
  readonly receivedOn: LocalDate;
}

/** Enters a version. It is asked of nobody until somebody else has confirmed it. */
export async function enterVersion(context: SignedIn, instrument: string, given: GivenVersion): Promise<Result<string>> {
  const definition = instrumentById.get(instrument);
  if (!definition) return failure(notFound);
  const may = permit(heldLifecycle, { from: null, to: 'entered', by: moversOf(context) });
  if (!may.ok) return may;
  const faults: Fault[] = [];
  if (!versionLanguages.some(({ tag }) => tag === given.language)) faults.push({ field: 'language', message: 'Choose the language.' });
  if (given.receivedOn > localDate(context.now)) faults.push({ field: 'received_on', message: 'Choose the day it came: today or before.' });
  const there = (await heldVersions(context.tables, instrument)).find(
    ({ language, instrumentVersion, state }) =>
      language === given.language && instrumentVersion === definition.version && state !== 'ended',
  );
  if (there)
    faults.push({
      field: 'language',
      message: `${definition.name} in ${languageInWords(given.language)} stands here already. Stop using that one first.`,
    });
  if (faults.length > 0) return failure(invalid(faults));
  const id = context.identify();
  const row = { id, instrument, instrumentVersion: definition.version, ...given };
  await insertVersion(context.tables, { ...row, createdAt: context.now, createdBy: context.visitor.accountId });
  return success(id);
}

const ownEntry: Problem = {
  status: 403,
  title: 'Somebody else confirms it',
  detail: 'You entered this version. A colleague looks at it beside its reference, and confirms it.',
};

/** Confirms a version that somebody else entered, or stops using one and says why. */
export async function stepVersion(
  context: SignedIn,
  step: { readonly id: string; readonly instrument: string; readonly version: number; readonly to: HeldState; readonly because: string },
): Promise<Result<null>> {
  const held = (await heldVersions(context.tables, step.instrument)).find(({ id }) => id === step.id);
  if (!held) return failure(notFound);
  const may = permit(heldLifecycle, { from: held.state, to: step.to, by: moversOf(context), reason: step.because });
  if (!may.ok) return may;
  if (step.to === 'confirmed' && held.enteredBy === context.visitor.accountId) return failure(ownEntry);
  if (held.version !== step.version) return failure(overtaken);
  return (await moveVersion(context.tables, held, step.to, step.because)) ? success(null) : failure(overtaken);
}

/** How many versions wait for the visitor to confirm. */
export const toConfirm = ({ tables, visitor }: Context): Promise<number> => countEntered(tables, visitor?.accountId ?? '');

/** Whether a measure may be asked in a language here now: the version’s id, null for what is as published; undefined where it may not. */
export const askableIn = (
  held: readonly { readonly id: string; readonly language: string }[],
  language: string,
): string | null | undefined => (language === asPublished ? null : held.find((one) => one.language === language)?.id);
