/** The code: shown when answers are saved, asked for when somebody comes back, and asked for again when they were away. */
import { ButtonLink } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { showCode } from '../../../platform/web/door.ts';
import { type Door, DoorForm, DoorPage, Easy } from './door.tsx';
import { StartAgain } from './start.tsx';

export interface BackView {
  readonly door: Door;
  readonly typed: string;
  readonly error?: string | undefined;
  /** They hold a code in this browser and were away. */
  readonly away: boolean;
  readonly formKey: string;
}

export const backPage = ({ door, typed, error, away, formKey }: BackView): string => {
  const { texts } = door;
  const { back } = texts;
  const over = (
    <>
      <h1>{away ? texts.away.title : back.title}</h1>
      <p class="od-lead">{away ? texts.away.lead : back.why}</p>
    </>
  );
  return renderDocument(
    <DoorPage door={door} title={back.label} back="/start" error={error !== undefined} languagesInForm>
      <DoorForm
        door={door}
        action="/back"
        formKey={formKey}
        errors={error ? [{ text: error, field: 'code' }] : []}
        go={back.open}
        private
        over={over}
      >
        <TextInput
          name="code"
          label={back.label}
          hint={back.hint}
          value={typed}
          error={error}
          width={10}
          direction="ltr"
          autocomplete="off"
          code
        />
      </DoorForm>
      <StartAgain door={door} formKey={formKey} />
    </DoorPage>,
  );
};

export interface SavedView {
  readonly door: Door;
  readonly code: string;
  readonly until: string;
  readonly formKey: string;
}

export const savedPage = ({ door, code, until, formKey }: SavedView): string => {
  const { saved, done } = door.texts;
  return renderDocument(
    <DoorPage door={door} title={door.texts.back.label}>
      <h1>{saved.title}</h1>
      <p class="od-lead">{saved.lead}</p>
      <Easy door={door} page="saved" />
      <Box title={done.code}>
        <p class="od-code">
          <bdi dir="ltr">{showCode(code)}</bdi>
        </p>
        <p>{saved.keep}</p>
        <p>{saved.until({ day: until })}</p>
      </Box>
      <div class="od-actions od-actions--stack">
        <ButtonLink href="/check">{saved.carryOn}</ButtonLink>
      </div>
      <form method="post" action="/leave" class="od-actions od-actions--stack">
        <input type="hidden" name="form_key" value={formKey} />
        <input type="hidden" name="said_in" value={door.language} />
        <button class="nhsuk-button nhsuk-button--secondary" type="submit">
          {done.forget}
        </button>
        <button class="od-button-link" type="submit" name="delete" value="yes">
          {saved.erase}
        </button>
      </form>
    </DoorPage>,
  );
};
