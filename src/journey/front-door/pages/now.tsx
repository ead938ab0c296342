/** Help at once, after an answer that may mean danger. It blocks nothing: carrying on is one button away, and every answer is kept. */
import { Details } from '../../../design/components/asides.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Box, CareBox } from '../../../design/components/care-box.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { type Language, languageNames } from '../../../design/texts.ts';
import { selfPage } from '../questions.ts';
import type { Fields } from '../reading.ts';
import type { WayToHelp } from '../setting.ts';
import { careRoutes } from './care.ts';
import { Control } from './control.tsx';
import { type Door, DoorForm, DoorPage, Easy } from './door.tsx';

export interface NowView {
  readonly door: Door;
  readonly kind: 'self' | 'for_someone_else';
  readonly help: readonly WayToHelp[];
  /** The time on the wall when somebody is on duty; else what is read out of hours, and its language. */
  readonly duty: { readonly time: string } | { readonly text: string; readonly language: Language };
  readonly fields: Fields;
  readonly formKey: string;
  readonly back: string;
  readonly hidden: Readonly<Record<string, string>>;
}

export const nowPage = ({ door, kind, help, duty, fields, formKey, back, hidden }: NowView): string => {
  const { now } = door.texts;
  const words = door.grammar.pages.now;
  const unsafe = selfPage('now', kind).questions.find(({ code }) => code === 'unsafe_because');
  return renderDocument(
    <DoorPage door={door} title={door.texts.continue} back={back} languagesInForm>
      <h1>{words.title}</h1>
      <p class="od-lead">{words.why(door.team)}</p>
      <Easy door={door} page="now" />
      <CareBox now title={now.danger} routes={careRoutes(help, ['emergency', 'urgent'])} />
      <CareBox title={door.texts.talkNow} routes={careRoutes(help, ['listening', 'local'])} />
      <CareBox title={now.quiet} routes={careRoutes(help, ['text'])} />
      <Box title={now.weContact}>
        {'time' in duty ? (
          <p>{now.onDuty({ team: door.team, time: duty.time })}</p>
        ) : (
          <p lang={languageNames[duty.language].lang} dir={languageNames[duty.language].direction}>
            {duty.text}
          </p>
        )}
        <DoorForm door={door} action="/now" formKey={formKey} hidden={hidden} private>
          {unsafe ? (
            <Details summary={now.more} open={unsafe.codes?.some((code) => fields[code] === 'yes')}>
              <Control question={unsafe} words={door.grammar.questions.unsafe_because} fields={fields} errors={[]} />
            </Details>
          ) : null}
          <div class="od-actions od-actions--stack">
            <Button name="contact_today" value="yes">
              {'time' in duty ? door.grammar.questions.contact_today.label : now.soon}
            </Button>
            <Button look="secondary" name="skip" value="yes">
              {now.carryOn}
            </Button>
          </div>
        </DoorForm>
      </Box>
    </DoorPage>,
  );
};
