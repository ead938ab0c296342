/** Ask for advice: one short page for anyone at work, and the page after sending. What is typed stays on the page until it is sent. */
import { Button, ButtonLink } from '../../../../design/components/button.tsx';
import { Box } from '../../../../design/components/care-box.tsx';
import { ErrorSummary, type FieldError } from '../../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../../design/components/heading.tsx';
import { HiddenValues } from '../../../../design/components/question-page.tsx';
import { renderDocument } from '../../../../design/layout/document.tsx';
import { Control } from '../../pages/control.tsx';
import { type Around, ReferFrame } from '../../pages/refer.tsx';
import { professionalQuestion } from '../../professional-questions.ts';
import { refer } from '../../professional-texts.ts';
import type { Fields } from '../../reading.ts';
import { type AskingSection, askingSections, wordsOf } from '../questions.ts';
import { asking } from '../texts.ts';

const keys = Object.keys(askingSections) as readonly AskingSection[]; // the keys of a constant

export interface AskView {
  readonly around: Around;
  readonly team: string;
  readonly day: string;
  readonly fields: Fields;
  readonly errors: readonly FieldError[];
  readonly formKey: string;
}

export const askPage = ({ around, team, day, fields, errors, formKey }: AskView): string =>
  renderDocument(
    <ReferFrame around={around} title={asking.title} error={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <PageTitle title={asking.title} sentence={asking.lead(team, day)} />
      <p>
        <strong>{refer.emergency}</strong> {asking.refer} <a href="/refer">{asking.referInstead}</a>.
      </p>
      <form method="post" action="/refer/advice" novalidate>
        <HiddenValues values={{ form_key: formKey }} />
        {keys.map((key) => (
          <section key={key} class="od-check">
            <h2 class="od-check__title">{asking.sections[key]}</h2>
            <div class={key === 'you' ? 'od-columns' : undefined}>
              {askingSections[key].map((code) => (
                <Control
                  key={code}
                  question={professionalQuestion(code)}
                  words={wordsOf(code)}
                  fields={fields}
                  errors={errors}
                  rows={code === 'why_now' ? 6 : 3}
                  compact
                />
              ))}
            </div>
          </section>
        ))}
        <div class="od-actions">
          <Button>{asking.send(team)}</Button>
        </div>
      </form>
    </ReferFrame>,
  );

export const adviceReceivedPage = ({
  around,
  number,
  team,
  day,
}: {
  readonly around: Around;
  readonly number: number;
  readonly team: string;
  readonly day: string;
}): string =>
  renderDocument(
    <ReferFrame around={around} title={asking.title}>
      <PageTitle title={asking.receivedTitle(number)} sentence={asking.receivedLead(team, day)} />
      <Box>
        <p>{asking.receivedLink}</p>
      </Box>
      <div class="od-actions">
        <ButtonLink look="secondary" href="/refer/advice">
          {asking.another}
        </ButtonLink>
      </div>
    </ReferFrame>,
  );
