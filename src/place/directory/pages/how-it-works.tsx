/** How help is reached here, drawn from what is in force: for everybody, and for colleagues with the room that each service has. */
import { Figure } from '../../../design/charts/figure.tsx';
import { WayThrough } from '../../../design/charts/way-through.tsx';
import { ButtonLink } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Lead, Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { languageFacts } from '../../../platform/language/languages.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { acceptsSaid, answersSaid, capital, type HowSpeech, readBySaid, waySaid, whenSaid } from '../how-said.ts';
import type { Way, WaysThrough } from '../way-through.ts';
import type { Public } from './public.tsx';
import { Theirs, theirs } from './theirs.tsx';

export interface HowView extends WaysThrough {
  /** By the code of a service; empty where nobody asked. */
  readonly room: ReadonlyMap<string, string>;
  readonly place: string;
  readonly versions: readonly { readonly name: string; readonly version: string | number }[];
}

interface Told {
  readonly view: HowView;
  readonly speech: HowSpeech;
}

const Picture = ({ way, view, speech }: Told & { readonly way: Way }) => {
  const { how } = speech;
  const rooms = view.room.size > 0;
  const words = waySaid(speech, way);
  const versions = [...view.versions, way.decidedBy].map(({ name, version }) => how.version({ name, number: String(version) })).join('; ');
  return (
    <Figure
      tableSummary={how.table.open}
      table={{
        caption: how.table.caption({ name: way.name }),
        columns: [
          { title: how.table.step },
          { title: how.table.team },
          { title: how.table.soon },
          ...(rooms ? [{ title: how.table.room }] : []),
        ],
        rows: way.offers.map((offer) => [
          offer.name,
          offer.team,
          capital(whenSaid(offer.accepts, how)) || how.table.notSet,
          ...(rooms ? [view.room.get(offer.code) ?? how.table.notSaid] : []),
        ]),
      }}
      source={how.source({ versions })}
      line={words}
    >
      <WayThrough
        id={`way-${way.code}`}
        title={how.picture.title({ name: way.name })}
        description={words}
        direction={languageFacts[speech.language].direction}
        headings={[how.headings.doors, how.headings.reading, how.headings.next]}
        doors={way.doors.map((door) => ({ title: how.doors[door], lines: [] }))}
        reading={{ title: way.name, lines: [readBySaid(speech, way), ...answersSaid(speech, way)].filter(Boolean) }}
        offers={way.offers.map((offer) => ({
          title: offer.name,
          lines: [acceptsSaid(speech, offer), view.room.get(offer.code) ?? ''].filter(Boolean),
        }))}
      />
    </Figure>
  );
};

const Ways = ({ view, speech }: Told) => (
  <>
    {view.ways.map((way) => (
      <section key={way.code} aria-labelledby={`name-${way.code}`}>
        <SectionTitle id={`name-${way.code}`} title={way.name} />
        <Picture way={way} view={view} speech={speech} />
      </section>
    ))}
  </>
);

export const PublicHowPage = ({ frame, speech, easy, view }: Public & Told) => {
  const { how, texts } = speech;
  return (
    <PersonPage {...frame} title={how.title} easy={easy} back={{ href: '/help', text: texts.list.title }}>
      <h1>{how.title}</h1>
      <Lead>{how.lead}</Lead>
      <Stack gap="l">
        <Ways view={view} speech={speech} />
        {view.straightIn.length > 0 ? (
          <section aria-labelledby="straight-in">
            <SectionTitle id="straight-in" title={how.straightIn.title} />
            <p>{how.straightIn.lead}</p>
            <Rows
              rows={view.straightIn.map(({ name, about }) => ({
                title: <Theirs speech={speech}>{name}</Theirs>,
                detail: <span {...theirs(speech)}>{about}</span>,
              }))}
            />
          </section>
        ) : null}
        <Box title={how.after.title}>
          <p>
            {how.after.open} {view.reEntryMonths > 0 ? how.after.back({ count: view.reEntryMonths }) : null}
          </p>
          <div class="od-actions">
            <ButtonLink href="/start">{texts.also.askForHelp}</ButtonLink>
          </div>
          <p>
            {how.after.change} <a href="/have-your-say">{how.after.say}</a>
          </p>
        </Box>
      </Stack>
    </PersonPage>
  );
};

export const StaffHowPage = ({ shell, view, speech }: Told & { readonly shell: Shell }) => (
  <StaffPage {...shell} title="How it works" shape="list">
    <PageTitle
      title="How it works"
      sentence={`Drawn from the configuration of ${view.place}, with the room each service has now.`}
      aside={<a href="/how-it-works">As everybody sees it</a>}
    />
    <Ways view={view} speech={speech} />
  </StaffPage>
);
