/** Where asking for help begins, for oneself or for someone else; and how to hide the visit. */
import { ButtonLink } from '../../../design/components/button.tsx';
import { Box, CareBox } from '../../../design/components/care-box.tsx';
import { Ticks } from '../../../design/components/lists.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import type { WayToHelp } from '../setting.ts';
import { careRoutes } from './care.ts';
import { type Door, DoorPage, Easy } from './door.tsx';

export interface StartView {
  readonly door: Door;
  readonly help: readonly WayToHelp[];
  /** When the team will have read it, in words. */
  readonly by: string;
  /** Answers begun on this phone and not sent. */
  readonly begun: boolean;
  readonly formKey: string;
}

export const startPage = ({ door, help, by, begun, formKey }: StartView): string => {
  const { start } = door.texts;
  return renderDocument(
    <DoorPage door={door} title={door.texts.start.begin}>
      <h1>{start.title}</h1>
      {door.easy ? <Easy door={door} page="start" by={by} /> : <p class="od-lead">{start.lead({ team: door.team, by })}</p>}
      <div class="od-actions od-actions--stack">
        <ButtonLink href={begun ? '/check' : '/q/1'} icon="forward" iconLast>
          {begun ? start.carryOn : start.begin}
        </ButtonLink>
        {begun ? null : (
          <ButtonLink look="link" href="/start/other">
            {start.other}
          </ButtonLink>
        )}
        {begun ? <StartAgain door={door} formKey={formKey} /> : null}
      </div>
      {door.easy ? null : <Ticks items={start.ticks} />}
      <CareBox now title={start.needHelpNow} routes={careRoutes(help, ['emergency', 'urgent'])} />
      <CareBox title={start.ratherTalk} routes={careRoutes(help, ['local', 'listening', 'text'])} />
      <div class="od-actions od-actions--stack">
        <ButtonLink look="link" href="/back">
          {start.comeBack}
        </ButtonLink>
        <ButtonLink look="link" href="/refer">
          {start.professional}
        </ButtonLink>
      </div>
    </DoorPage>,
  );
};

/** Takes the code off this phone; the answers stay behind it. */
export const StartAgain = ({ door, formKey }: { readonly door: Door; readonly formKey: string }) => (
  <form method="post" action="/leave">
    <input type="hidden" name="form_key" value={formKey} />
    <input type="hidden" name="said_in" value={door.language} />
    <button class="od-button-link" type="submit">
      {door.texts.away.carryOn}
    </button>
  </form>
);

export const startOtherPage = ({ door, help }: Pick<StartView, 'door' | 'help'>): string => {
  const { startOther, start } = door.texts;
  return renderDocument(
    <DoorPage door={door} title={start.begin} back="/start">
      <h1>{startOther.title}</h1>
      {door.easy ? <Easy door={door} page="startOther" /> : <p class="od-lead">{startOther.lead}</p>}
      <div class="od-actions od-actions--stack">
        <ButtonLink href="/q/1?who=other" icon="forward" iconLast>
          {startOther.begin}
        </ButtonLink>
        <ButtonLink look="link" href="/q/1">
          {startOther.forMe}
        </ButtonLink>
      </div>
      {door.easy ? null : <Ticks items={startOther.ticks} />}
      <CareBox now title={start.needHelpNow} routes={careRoutes(help, ['emergency', 'urgent', 'local'])} />
    </DoorPage>,
  );
};

export const hideVisitPage = ({ door }: Pick<StartView, 'door'>): string => {
  const { hideVisit } = door.texts;
  return renderDocument(
    <DoorPage door={door} title={door.texts.start.begin} back="/start">
      <h1>{hideVisit.title}</h1>
      <p class="od-lead">{hideVisit.lead}</p>
      {hideVisit.ways.map(({ title, text }) => (
        <Box key={title} title={title}>
          <p>{text}</p>
        </Box>
      ))}
    </DoorPage>,
  );
};
