// What a manager does with a consultation: writes it, publishes it, corrects it, leaves it open longer, and says what was heard and done.
import { type LocalDate, localDate } from '../../platform/clock.ts';
import type { Language } from '../../platform/language/languages.ts';
import { overtaken } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { faultsOfQuestions, questionsOf, sectionsOf } from './document.ts';
import { type Consultation, type ConsultationDraft, stageOf } from './model.ts';
import {
  changeConsultation,
  findConsultation,
  insertConsultation,
  insertText,
  publishedTexts,
  takeAddresses,
} from './store-consultations.ts';
import { tellResult } from './telling.ts';

export interface WrittenConsultation {
  readonly language: Language;
  readonly draft: ConsultationDraft;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
}

const blanks = ({ draft: { title, inShort, document } }: Pick<WrittenConsultation, 'draft'>): Fault[] => [
  ...(title === '' ? [{ field: 'title', message: 'Give it a title.' }] : []),
  ...(inShort === '' ? [{ field: 'in_short', message: 'Say what changes, in a few words.' }] : []),
  ...(sectionsOf(document).some(({ paragraphs }) => paragraphs.length > 0) ? [] : [{ field: 'document', message: 'Write the document.' }]),
];

const daysInOrder = ({ opensOn, closesOn }: Pick<WrittenConsultation, 'opensOn' | 'closesOn'>): Fault[] =>
  closesOn < opensOn ? [{ field: 'closes_on', message: 'It closes on the day it opens, or later.' }] : [];

/** Keeps what is being written: nothing is published by it. Returns the id. */
export async function writeConsultation(
  context: SignedIn,
  written: WrittenConsultation & { readonly id: string | null; readonly version: number },
): Promise<Result<string>> {
  const { id, version, ...words } = written;
  if (daysInOrder(words).length > 0) return failure(invalid(daysInOrder(words)));
  if (id === null) {
    const made = context.identify();
    await insertConsultation(context.tables, { id: made, ...words, createdAt: context.now, createdBy: context.visitor.accountId });
    return success(made);
  }
  const there = await findConsultation(context.tables, id);
  if (!there) return failure(notFound);
  if (there.version !== version) return failure(overtaken);
  if (there.publishedAt === null) return (await changeConsultation(context.tables, there, words)) ? success(id) : failure(overtaken);
  // Once published, the questions and the day it opened stay; the text is corrected by publishing it again.
  const late = staysOpen(there, words.closesOn, localDate(context.now));
  if (late.length > 0) return failure(invalid(late));
  const draft = { ...words.draft, questions: there.draft.questions };
  const longer = words.closesOn === there.closesOn ? {} : { closesOn: words.closesOn };
  return (await changeConsultation(context.tables, there, { draft, ...longer })) ? success(id) : failure(overtaken);
}

function staysOpen(there: Consultation, closesOn: LocalDate, today: LocalDate): Fault[] {
  if (closesOn === there.closesOn) return [];
  if (there.closesOn < today) return [{ field: 'closes_on', message: 'It has closed, and stays closed.' }];
  if (closesOn < there.closesOn)
    return [{ field: 'closes_on', message: 'It was promised to be open until then. It can only stay open longer.' }];
  return [];
}

/** Publishes what was written: the first time with its questions, afterwards as a correction that says what was corrected. What is published is frozen. */
export async function publishConsultation(
  context: SignedIn,
  { id, version, corrected }: { readonly id: string; readonly version: number; readonly corrected: string },
): Promise<Result<{ readonly number: number }>> {
  const { tables, now } = context;
  const there = await findConsultation(tables, id);
  if (!there) return failure(notFound);
  if (there.version !== version) return failure(overtaken);
  const first = there.publishedAt === null;
  const [newest] = await publishedTexts(tables, [id]);
  const sections = sectionsOf(there.draft.document);
  const faults = [
    ...blanks(there),
    ...(first ? faultsOfQuestions(there.draft.questions) : []),
    ...(first && there.closesOn < localDate(now)
      ? [{ field: 'closes_on', message: 'It would have closed before it opens. Choose a later day.' }]
      : []),
    ...(!first && corrected === '' ? [{ field: 'corrected', message: 'Say what was corrected, in a few words.' }] : []),
    ...(!first && there.heardAt !== null ? [{ field: 'corrected', message: 'It is finished. Nothing is corrected any more.' }] : []),
    ...(newest && unchanged(newest, there.draft, sections)
      ? [{ field: 'corrected', message: 'Nothing differs from what is published.' }]
      : []),
  ];
  if (faults.length > 0) return failure(invalid(faults));
  const number = (newest?.number ?? 0) + 1;
  if (first && !(await changeConsultation(tables, there, { questions: questionsOf(there.draft.questions), publishedAt: now })))
    return failure(overtaken);
  // A correction counts up the version too: whoever corrects at the same moment learns of it.
  if (!first && !(await changeConsultation(tables, there, { draft: there.draft }))) return failure(overtaken);
  await insertText(tables, {
    id: context.identify(),
    consultationId: id,
    number,
    title: there.draft.title,
    inShort: there.draft.inShort,
    corrected: first ? '' : corrected,
    sections,
    publishedAt: now,
    publishedBy: context.visitor.accountId,
  });
  return success({ number });
}

const unchanged = (
  newest: { readonly title: string; readonly inShort: string; readonly sections: unknown },
  { title, inShort }: ConsultationDraft,
  sections: unknown,
): boolean => newest.title === title && newest.inShort === inShort && JSON.stringify(newest.sections) === JSON.stringify(sections);

/** Says, once and at the same address, what was heard and what was done. Whoever asked to be told is told, and their address taken away. */
export async function publishHeard(
  context: SignedIn,
  { id, version, heard }: { readonly id: string; readonly version: number; readonly heard: string },
): Promise<Result<{ readonly told: number }>> {
  const there = await findConsultation(context.tables, id);
  if (!there) return failure(notFound);
  if (there.version !== version) return failure(overtaken);
  if (stageOf(there, localDate(context.now)) !== 'closed')
    return failure({
      status: 409,
      title: 'That step is not possible now',
      detail: 'What was heard is published once, after the consultation has closed.',
    });
  const change = { heard, heardAt: context.now, heardBy: context.visitor.accountId };
  if (!(await changeConsultation(context.tables, there, change))) return failure(overtaken);
  const [text] = await publishedTexts(context.tables, [id]);
  const addresses = await context.asWorker('take the addresses of who asked to be told', (tables) => takeAddresses(tables, id));
  await tellResult(context, { consultationId: id, title: text?.title ?? '', language: there.language, addresses });
  return success({ told: addresses.length });
}
