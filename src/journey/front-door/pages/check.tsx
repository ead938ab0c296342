/** Check your answers: everything as it will be sent, each page with its way back, what was skipped and what was not asked yet. */
import { ActionLink } from '../../../design/components/asides.tsx';
import type { FieldError } from '../../../design/components/error-summary.tsx';
import { CheckAnswers, type Summary } from '../../../design/components/summary-list.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import type { DoorAnswers, DraftKind } from '../model.ts';
import type { Question } from '../question.ts';
import { fieldsOf } from '../question.ts';
import { numberedPages, type SelfCode, type SelfPageKey, selfPage } from '../questions.ts';
import { type Fields, isTicked, lineOf, listOf, typedDate } from '../reading.ts';
import { choiceWords, type Wordings } from '../texts.ts';
import { AsTyped } from './as-typed.tsx';
import { type Door, DoorForm, DoorPage, Easy } from './door.tsx';

export interface CheckView {
  readonly door: Door;
  readonly kind: DraftKind;
  readonly answers: DoorAnswers;
  readonly left: number;
  readonly errors: readonly FieldError[];
  readonly formKey: string;
}

/** What was answered, as lines to read; none when it was left empty. */
export function answerLines(question: Question & { readonly code: SelfCode }, fields: Fields, wordings: Wordings): readonly string[] {
  const { code } = question;
  switch (question.control) {
    case 'one':
    case 'many':
    case 'list':
    case 'large':
      return listOf(fields, code).map((one) => choiceWords(wordings, code, one));
    case 'ticks':
      return fieldsOf(question)
        .filter((one) => isTicked(fields, one))
        .map((one) => choiceWords(wordings, code, one));
    case 'tick':
      return isTicked(fields, code) ? [wordings[code].short ?? wordings[code].label] : [];
    case 'day':
      return [typedDate(fields, code)].filter(Boolean);
    default:
      return lineOf(fields, code)
        .split(/\n{2,}/)
        .filter(Boolean);
  }
}

export const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.map((line, at) => (
      <p key={at}>
        <AsTyped text={line} />
      </p>
    ))}
  </>
);

/** A yes to links is worth nothing where somebody else could see them. */
const counts = (code: SelfCode, fields: Fields): boolean => code !== 'links' || lineOf(fields, 'shared') === 'no';

function rowsOf(door: Door, key: SelfPageKey, { answers, kind }: CheckView): Summary[] {
  const wordings = door.grammar.questions;
  const page = answers[key];
  const fields = page?.fields ?? {};
  const answered = selfPage(key, kind).questions.flatMap((question) => {
    const lines = counts(question.code, fields) ? answerLines(question, fields, wordings) : [];
    return lines.length > 0 ? [{ question, lines }] : [];
  });
  const title = door.grammar.pages[key].title;
  const change = { href: `/q/${key}?from=check`, text: door.texts.change, about: title };
  const [first] = selfPage(key, kind).questions;
  if (answered.length === 0 && first)
    return [
      {
        key: wordings[first.code].short ?? wordings[first.code].label,
        value: page ? door.texts.check.skipped : door.texts.check.notAnswered,
        change,
      },
    ];
  return answered.map(({ question, lines }, at) => ({
    key: wordings[question.code].short ?? wordings[question.code].label,
    value: <Lines lines={lines} />,
    ...(at === 0 ? { change } : {}),
  }));
}

export const checkPage = (view: CheckView): string => {
  const { door, errors } = view;
  const { check } = door.texts;
  const sections = numberedPages.map((key) => ({
    title: door.grammar.pages[key].short ?? door.grammar.pages[key].title,
    items: [...rowsOf(door, key, view), ...(key === '3' && saidMore(view) ? rowsLeading(door, 'now', view, '/now?from=check') : [])],
  }));
  const equality = view.answers.more;
  const over = (
    <>
      <h1>{check.title}</h1>
      <p class="od-lead">{check.lead}</p>
      <Easy door={door} page="check" />
      {view.left > 0 ? <p>{check.left({ count: view.left })}</p> : null}
    </>
  );
  return renderDocument(
    <DoorPage door={door} title={check.title} back="/q/6" error={errors.length > 0} languagesInForm>
      <DoorForm
        door={door}
        action="/check"
        formKey={view.formKey}
        errors={errors}
        go={check.send({ team: door.team })}
        save={door.texts.save}
        over={over}
      >
        <CheckAnswers sections={sections} />
        {equality ? (
          <CheckAnswers sections={[{ title: door.grammar.pages.more.title, items: rowsLeading(door, 'more', view, '/more') }]} />
        ) : (
          <>
            <ActionLink href="/more">{check.more}</ActionLink>
            <p class="nhsuk-hint">{check.moreWhy}</p>
          </>
        )}
        <p>
          {check.shared({ team: door.team })} {check.byLaw}
        </p>
      </DoorForm>
    </DoorPage>,
  );
};

const rowsLeading = (door: Door, key: SelfPageKey, view: CheckView, href: string): Summary[] =>
  rowsOf(door, key, view).map((row) => (row.change ? { ...row, change: { ...row.change, href } } : row));

/** Whether anything was said on the page that shows help at once. */
const saidMore = ({ answers, kind }: CheckView): boolean =>
  selfPage('now', kind).questions.some((question) => fieldsOf(question).some((code) => isTicked(answers.now?.fields ?? {}, code)));
