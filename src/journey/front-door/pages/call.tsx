/** A call on one page: the questions in the order of a conversation, the lines to read out beside them, everything saved as it is typed. */

import { Details } from '../../../design/components/asides.tsx';
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { ErrorSummary, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Prose, Stack } from '../../../design/components/layouts.tsx';
import { LockScreenPreview } from '../../../design/components/lock-screen-preview.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { SaveNote } from '../../../design/components/save-note.tsx';
import { SheetContents } from '../../../design/components/sheet-contents.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import { call, heardOnCall } from '../call-texts.ts';
import { type CallCode, type CallSection, callQuestion, callQuestions, callSections, type SpokenDoor } from '../calling.ts';
import { selfQuestion } from '../questions.ts';
import { type Fields, isTicked } from '../reading.ts';
import type { PhoneShows, WayToHelp } from '../setting.ts';
import type { AskedWords, Wordings } from '../texts.ts';
import { Control } from './control.tsx';

export interface CallView {
  readonly shell: Shell;
  readonly team: string;
  readonly fields: Fields;
  /** Ways in that the place has. */
  readonly doors: readonly SpokenDoor[];
  readonly errors: readonly FieldError[];
  readonly hidden: Readonly<Record<string, string>>;
  /** Address of the draft. */
  readonly draft: string;
  readonly saved: string | null;
  readonly questions: Wordings;
  /** What a locked phone would show of a link. */
  readonly link: PhoneShows;
  readonly help: readonly WayToHelp[];
  /** The lines stand where they are read first. */
  readonly helpFirst: boolean;
}

const keys = Object.keys(callSections) as readonly CallSection[]; // the keys of a constant
const codesIn = (key: CallSection): readonly CallCode[] => callSections[key];
const inPairs: ReadonlySet<CallSection> = new Set(['who', 'helper']);
const own: Readonly<Record<(typeof callQuestions)[number]['code'], AskedWords>> = {
  door: { label: call.door, choices: call.doors },
  speaking: { label: call.speaking, choices: call.speakers },
};

export const callPage = (view: CallView): string => {
  const { shell, fields, errors } = view;
  const words: Readonly<Record<CallCode, AskedWords>> = { ...view.questions, ...heardOnCall };
  const lines = (
    <Card title={call.readOut} level={3} quiet>
      <Prose>
        <p>{call.readOutWhy}</p>
        <ul>
          {view.help.map(({ name, about, href }) => (
            <li key={href}>
              <a href={href}>{name}</a>. {about}
            </li>
          ))}
        </ul>
      </Prose>
    </Card>
  );
  const control = (code: CallCode) => (
    <Control
      key={code}
      question={asked(code)}
      words={words[code]}
      fields={fields}
      errors={errors}
      voice={code === 'happening'}
      rows={code === 'happening' ? 6 : 2}
      dense
    />
  );
  return renderDocument(
    <StaffPage {...shell} title={call.title} shape="sheet" error={errors.length > 0}>
      <SheetContents links={keys.map((key) => ({ text: call.sections[key], href: `#${key}` }))} />
      <article class="od-sheet">
        <ErrorSummary errors={errors} />
        <PageTitle title={call.title} sentence={call.lead} />
        {view.helpFirst ? lines : null}
        <form method="post" action="/call" novalidate data-draft={view.draft}>
          <HiddenValues values={view.hidden} />
          <div class="od-columns od-check">
            {callQuestions.map((question) => (
              <Control
                key={question.code}
                question={question.code === 'door' ? { ...question, codes: view.doors } : question}
                words={own[question.code]}
                fields={fields}
                errors={errors}
                dense
              />
            ))}
          </div>
          {keys.map((key) => (
            <section key={key} id={key} class={key === 'helper' ? 'od-check od-if-helper' : 'od-check'}>
              <h2 class="od-check__title">{call.sections[key]}</h2>
              {key === 'helper' ? <p class="nhsuk-hint">{call.helperHint}</p> : null}
              <div class={inPairs.has(key) ? 'od-columns' : undefined}>
                {codesIn(key)
                  .filter((code) => code !== 'coming')
                  .map(control)}
              </div>
              {key === 'reach' ? <LockScreenPreview {...view.link} title={call.linkShows} when={{ name: 'links', value: 'yes' }} /> : null}
              {key === 'wants' ? (
                <Details summary={view.questions.coming.label} open={selfQuestion('coming').codes?.some((code) => isTicked(fields, code))}>
                  {control('coming')}
                </Details>
              ) : null}
              {key === 'safe' && !view.helpFirst ? lines : null}
            </section>
          ))}
          <div class="od-actions">
            <Button>{call.send(view.team)}</Button>
            <SaveNote saved={view.saved ?? undefined} />
          </div>
        </form>
      </article>
    </StaffPage>,
  );
};

/** On a page of somebody at work the large buttons of the phone are plain choices, and the browser offers nothing of its own. */
const asked = (code: CallCode) => {
  const { autocomplete: _offered, ...question } = callQuestion(code);
  return question.control === 'large' ? { ...question, control: 'one' as const } : question;
};

export const callSentPage = ({
  shell,
  number,
  day,
  team,
  referral,
}: {
  readonly shell: Shell;
  readonly number: number;
  readonly day: string;
  readonly team: string;
  /** Its address for who reads referrals; null for others. */
  readonly referral: string | null;
}): string =>
  renderDocument(
    <StaffPage {...shell} title={call.sentTitle(number)} shape="list">
      <Stack>
        <PageTitle title={call.sentTitle(number)} sentence={call.sentSay(number, day, team)} />
        <div class="od-actions">
          {referral ? <ButtonLink href={referral}>{call.open}</ButtonLink> : null}
          <ButtonLink href="/call" look="secondary">
            {call.another}
          </ButtonLink>
        </div>
      </Stack>
    </StaffPage>,
  );
