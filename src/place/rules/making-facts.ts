// Making a fact that no blueprint names, out of answers people already give.
import { textFaults } from '../../platform/blueprint/wording.ts';
import { refusedWords } from '../../platform/decisions/exclusion.ts';
import { type Fault, failure, invalid, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { may } from './actions.ts';
import { askedQuestions } from './asked.ts';
import { typographic } from './editing.ts';
import { mostOwnFacts, nameOfFact, withOwnFacts } from './facts.ts';
import { insertFact, ownFacts } from './store.ts';

/** Makes a fact out of answers at the front door. It decides nothing until a version that reads it is approved. `answers` are “question:code”. */
export async function makeFact(
  context: SignedIn,
  given: { readonly blueprint: string; readonly label: string; readonly answers: readonly string[] },
): Promise<Result<string>> {
  const facts = context.place.blueprint.facts.find(({ blueprint }) => blueprint === given.blueprint);
  if (!facts) return failure(invalid([{ field: 'blueprint', message: 'Choose whose rules may read it.' }]));
  const allowed = may(context, null, 'draft');
  if (!allowed.ok) return allowed;
  const own = await ownFacts(context.tables);
  const faults: Fault[] = [
    ...textFaults(given.label),
    ...refusedWords(given.label).map(({ words, fix }) => ({ message: `A rule may not say “${words}”.`, fix })),
  ].map(({ message, fix }) => ({ field: 'label', message: `${message} ${fix}` }));
  const chosen = given.answers.map((one) => one.split(':', 2));
  const questions = [...new Set(chosen.map(([question = '']) => question))];
  const asked = askedQuestions(facts.inputs).find(({ code }) => code === questions[0]);
  const codes = chosen.map(([, code = '']) => code);
  const same = [...facts.inputs, ...withOwnFacts([facts], own).flatMap(({ inputs }) => inputs)].some(
    ({ label }) => label.toLowerCase() === given.label.trim().toLowerCase(),
  );
  if (same) faults.push({ field: 'label', message: 'There is a fact by that name already. Use it, or find other words.' });
  if (own.length >= mostOwnFacts) faults.push({ field: 'label', message: `A place makes up to ${mostOwnFacts} facts.` });
  if (questions.length > 1) faults.push({ field: 'answers', message: 'Choose answers of one question only.' });
  else if (!asked || codes.some((code) => !asked.answers.some((answer) => answer.code === code)))
    faults.push({ field: 'answers', message: 'Choose at least one answer.' });
  else if (codes.length === asked.answers.length)
    faults.push({ field: 'answers', message: 'Leave at least one answer out, or the fact is yes for everybody who answered.' });
  if (faults.length > 0 || !asked) return failure(invalid(faults));
  const name = nameOfFact(
    given.label,
    own.map((one) => one.name),
  );
  await insertFact(context.tables, {
    name,
    blueprint: given.blueprint,
    label: typographic(given.label.trim()),
    question: asked.code,
    codes,
    createdAt: context.now,
    createdBy: context.visitor.accountId,
  });
  return success(name);
}
