/** After sending: who reads it, what happens, by when, from which number, what the message will not say, the code, and who sees this. Later the same page says where it stands. */
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { NextSteps } from '../../../design/components/lists.tsx';
import { Notification } from '../../../design/components/notification.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { type Language, languageNames } from '../../../design/texts.ts';
import { showCode } from '../../../platform/web/door.ts';
import { AsTyped } from './as-typed.tsx';
import { type Door, DoorForm, DoorPage, Easy } from './door.tsx';

export interface DoneView {
  readonly door: Door;
  readonly name: string;
  readonly number: number;
  readonly by: string;
  /** Where it stands, in words; null while it has just arrived. */
  readonly status: string | null;
  /** `withheld` is a call that shows no number. */
  readonly way: 'text' | 'phone' | 'withheld' | 'email' | 'post' | 'none';
  /** They said that nobody else can see it: the message may say who we are. */
  readonly named: boolean;
  readonly sender: string;
  readonly contactToday: boolean;
  /** Somebody has begun to read it: what was promised before that is past. */
  readonly read: boolean;
  /** Said when somebody may not be safe and nobody is on duty. */
  readonly outOfHours: { readonly text: string; readonly language: Language } | null;
  readonly code: string;
  readonly added: boolean;
  readonly forSomeoneElse: boolean;
  readonly formKey: string;
  readonly ownKey: string;
}

export const donePage = (view: DoneView): string => {
  const { door } = view;
  const { done } = door.texts;
  const contact =
    view.way === 'none'
      ? done.waiting
      : view.way === 'withheld'
        ? done.noNumber
        : view.named
          ? done.named({ service: view.sender })
          : done.plain;
  const way = done.contact[view.way];
  // A number stays on one line.
  const sender = /^\+?[\d ]+$/.test(view.sender) ? view.sender.replaceAll(' ', '\u00a0') : view.sender;
  const comes = typeof way === 'string' ? way : way({ sender });
  return renderDocument(
    <DoorPage door={door} title={door.texts.done.next}>
      {view.added ? <Notification result="success" heading={done.added} /> : null}
      <h1>{view.forSomeoneElse || view.name === '' ? done.thanksAll : done.thanks({ name: view.name })}</h1>
      <p class="od-lead">
        {view.contactToday ? done.today({ team: door.team }) : (view.status ?? done.by({ team: door.team, by: view.by }))}
      </p>
      {view.outOfHours ? (
        <Box>
          <p lang={languageNames[view.outOfHours.language].lang} dir={languageNames[view.outOfHours.language].direction}>
            {view.outOfHours.text}
          </p>
        </Box>
      ) : null}
      <Box title={done.next}>
        {door.easy ? (
          <Easy door={door} page={view.read ? 'doneRead' : view.contactToday ? 'doneToday' : 'done'} by={view.by} />
        ) : (
          <NextSteps
            steps={[
              ...(view.read
                ? []
                : [
                    {
                      title: done.reads({ team: door.team }),
                      detail: view.contactToday ? done.readsToday : done.readsDetail({ by: view.by }),
                    },
                  ]),
              ...(view.forSomeoneElse
                ? [{ title: done.carer.theirs, detail: done.carer.theirsDetail }]
                : [
                    { title: comes, detail: contact },
                    { title: done.choose, detail: done.chooseDetail },
                  ]),
            ]}
          />
        )}
      </Box>
      <Box title={done.code}>
        <p class="od-code">
          <bdi dir="ltr">{showCode(view.code)}</bdi>
        </p>
        <p>{done.codeUse}</p>
        <p class="nhsuk-hint">{done.reference({ number: String(view.number) })}</p>
        <div class="od-actions od-actions--stack">
          <ButtonLink look="secondary" href="/done/add">
            {done.add}
          </ButtonLink>
          <ButtonLink look="link" href="/done/copy">
            {done.copy}
          </ButtonLink>
        </div>
      </Box>
      {view.forSomeoneElse ? (
        <Box title={done.carer.you}>
          <p>{done.carer.youDetail}</p>
          <form method="post" action="/done/own">
            <input type="hidden" name="form_key" value={view.ownKey} />
            <input type="hidden" name="said_in" value={door.language} />
            <Actions>
              <Button look="secondary">{done.carer.youGo}</Button>
            </Actions>
          </form>
        </Box>
      ) : null}
      <Box title={done.sees}>
        <p>{done.seesDetail({ team: door.team })}</p>
      </Box>
      <form method="post" action="/leave" class="od-actions od-actions--stack">
        <input type="hidden" name="form_key" value={view.formKey} />
        <input type="hidden" name="said_in" value={door.language} />
        <button class="od-button-link" type="submit" aria-describedby="forget">
          {done.forget}
        </button>
        <p class="nhsuk-hint" id="forget">
          {done.forgetDetail}
        </p>
      </form>
    </DoorPage>,
  );
};

export interface CopyView {
  readonly door: Door;
  readonly day: string;
  readonly lines: readonly { readonly question: string; readonly words: readonly string[] }[];
}

export const copyPage = ({ door, day, lines }: CopyView): string => {
  const { copy } = door.texts;
  return renderDocument(
    <DoorPage door={door} title={door.texts.done.next} back="/done">
      <h1>{copy.title}</h1>
      <p class="od-lead">{copy.lead({ day })}</p>
      {lines.map(({ question, words }, at) => (
        <Box key={at} title={question}>
          {words.map((paragraph, which) => (
            <p key={which}>
              <AsTyped text={paragraph} />
            </p>
          ))}
        </Box>
      ))}
    </DoorPage>,
  );
};

export interface AddView {
  readonly door: Door;
  readonly typed: string;
  readonly error?: string | undefined;
  readonly formKey: string;
}

export const addPage = ({ door, typed, error, formKey }: AddView): string => {
  const { add } = door.texts;
  return renderDocument(
    <DoorPage door={door} title={door.texts.done.next} back="/done" error={error !== undefined} languagesInForm>
      <DoorForm
        door={door}
        action="/done/add"
        formKey={formKey}
        errors={error ? [{ text: error, field: 'added' }] : []}
        go={add.send}
        private
      >
        <TextArea
          name="added"
          label={door.grammar.questions.added.label}
          hint={add.why({ team: door.team })}
          heading
          value={typed}
          error={error}
          rows={5}
          direction="auto"
          autocomplete="off"
          voice
        />
      </DoorForm>
    </DoorPage>,
  );
};
