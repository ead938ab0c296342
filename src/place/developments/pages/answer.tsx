/** The form of a consultation: questions as they were published, kept behind a code as it is typed, sent without saying who answers. */
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { Code, Lead, Stack } from '../../../design/components/layouts.tsx';
import { PickOne } from '../../../design/components/picks.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import { showCode } from '../../../platform/web/door.ts';
import { type Answers, answeringAs, type Consultation, questionKey } from '../model.ts';
import { Emergency, type Public, speaks } from './public.tsx';

export interface AnswerView {
  readonly consultation: Consultation;
  readonly title: string;
  readonly answers: Answers;
  readonly as: string;
  readonly tell: string;
  readonly code: string;
  readonly version: number;
  readonly formKey: string;
  readonly errors: readonly FieldError[];
}

export const AnswerPage = ({ frame, texts, easy, view }: Public & { readonly view: AnswerView }) => {
  const { consultation, answers, errors } = view;
  const { form } = texts;
  const own = speaks(frame, consultation.language);
  const here = `/have-your-say/${consultation.id}`;
  return (
    <PersonPage {...frame} title={texts.list.title} easy={easy} back={{ href: here, text: texts.thanks.read }} errors={errors}>
      <h1>{form.title}</h1>
      <p class="od-lead" {...own}>
        {view.title}
      </p>
      <p>{form.lead}</p>
      <p>
        <strong>{form.noNames}</strong>
      </p>
      <Stack gap="l">
        <Emergency frame={frame} texts={texts} />
        <form method="post" action={`${here}/answer`} novalidate autocomplete="off" data-draft={`${here}/keep`}>
          <HiddenValues values={{ form_key: view.formKey, code: view.code, version: String(view.version) }} />
          {(consultation.questions ?? []).map(({ text, choices }, at) => {
            const name = questionKey(at);
            const asked = { name, label: `${at + 1}. ${text}`, labelSize: 's', error: errorOf(errors, name) } as const;
            return (
              <div key={name} {...own}>
                {choices.length === 0 ? (
                  <TextArea {...asked} value={answers[name] ?? ''} rows={4} direction="auto" />
                ) : (
                  <PickOne
                    {...asked}
                    value={answers[name]}
                    choices={choices.map((choice, index) => ({ value: String(index), text: choice }))}
                  />
                )}
              </div>
            );
          })}
          <PickOne
            name="as"
            label={form.as}
            labelSize="s"
            value={view.as}
            choices={answeringAs.map((code) => ({ value: code, text: form.choices[code] }))}
            error={errorOf(errors, 'as')}
          />
          <TextInput
            name="tell"
            label={form.tell}
            labelSize="s"
            hint={`${form.tellHint} ${form.optional}`}
            type="email"
            value={view.tell}
            direction="ltr"
            maxlength={200}
            error={errorOf(errors, 'tell')}
          />
          <p>{form.code({ code: showCode(view.code) })}</p>
          <p
            class="od-small-print"
            data-save-note
            data-saved={form.saved({ time: '%' })}
            data-not-saved={(frame.words ?? { notSaved: '' }).notSaved}
            role="status"
          />
          <div class="od-actions od-actions--stack">
            <Button>{form.send}</Button>
            <Button look="secondary" formaction={`${here}/save`} formnovalidate>
              {form.save}
            </Button>
          </div>
        </form>
      </Stack>
    </PersonPage>
  );
};

export const KeptPage = ({
  frame,
  texts,
  easy,
  view,
}: Public & { readonly view: { readonly id: string; readonly code: string; readonly days: number } }) => (
  <PersonPage {...frame} title={texts.list.title} easy={easy}>
    <h1>{texts.kept.title}</h1>
    <Lead>{texts.kept.lead}</Lead>
    <Code>{showCode(view.code)}</Code>
    <p>{texts.kept.until({ days: view.days })}</p>
    <div class="od-actions">
      <ButtonLink href={`/have-your-say/${view.id}/back`} look="secondary">
        {texts.kept.on}
      </ButtonLink>
    </div>
  </PersonPage>
);

export const BackPage = ({
  frame,
  texts,
  easy,
  view,
}: Public & {
  readonly view: { readonly id: string; readonly typed: string; readonly formKey: string; readonly errors: readonly FieldError[] };
}) => (
  <PersonPage
    {...frame}
    title={texts.list.title}
    easy={easy}
    back={{ href: `/have-your-say/${view.id}`, text: texts.thanks.read }}
    errors={view.errors}
  >
    <h1>{texts.back.title}</h1>
    <form method="post" action={`/have-your-say/${view.id}/back`} novalidate autocomplete="off">
      <HiddenValues values={{ form_key: view.formKey }} />
      <Stack>
        <TextInput
          name="code"
          label={texts.back.code}
          hint={texts.back.hint}
          value={view.typed}
          width={10}
          code
          direction="ltr"
          maxlength={20}
          error={errorOf(view.errors, 'code')}
        />
        <Button>{texts.back.open}</Button>
      </Stack>
    </form>
  </PersonPage>
);
