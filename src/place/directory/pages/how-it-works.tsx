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
import type { PersonFrame, Shell } from '../../../platform/web/shell.ts';
import { type Offered, type Way, type WaysThrough, waySaid } from '../way-through.ts';

export interface HowView extends WaysThrough {
  /** By the code of a service; empty where nobody asked. */
  readonly room: ReadonlyMap<string, string>;
  readonly place: string;
  readonly versions: string;
}

const headings = ['Every door is right', 'Somebody reads it', 'The next step'] as const;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const linesOf = (offer: Offered, room: string | undefined): readonly string[] =>
  [`${offer.team}${offer.accepts ? ` ${offer.accepts}` : ''}`, room ?? ''].filter(Boolean);

const Picture = ({ way, view }: { readonly way: Way; readonly view: HowView }) => (
  <Figure
    tableSummary="The same as a table"
    table={{
      caption: `From the doors to ${way.name}, and on`,
      columns: [
        { title: 'Next step' },
        { title: 'Team' },
        { title: 'How soon it says yes' },
        ...(view.room.size > 0 ? [{ title: 'Room' }] : []),
      ],
      rows: way.offers.map((offer) => [
        offer.name,
        offer.team,
        capital(offer.accepts) || 'As it says',
        ...(view.room.size > 0 ? [view.room.get(offer.code) ?? 'Not said'] : []),
      ]),
    }}
    source={`Drawn from what is in force here: ${view.versions}; ${way.decidedBy}.`}
    line={waySaid(way)}
  >
    <WayThrough
      id={`way-${way.code}`}
      title={`How help is reached through ${way.name}`}
      description={waySaid(way)}
      headings={headings}
      doors={way.doors.map((door) => ({ title: capital(door), lines: [] }))}
      reading={{
        title: way.name,
        lines: [way.team ? `Read by the ${way.team.replace(/^./, (first) => first.toLowerCase())}` : '', ...way.answers].filter(Boolean),
      }}
      offers={way.offers.map((offer) => ({ title: offer.name, lines: linesOf(offer, view.room.get(offer.code)) }))}
    />
  </Figure>
);

const Ways = ({ view }: { readonly view: HowView }) => (
  <>
    {view.ways.map((way) => (
      <section key={way.code} aria-labelledby={`name-${way.code}`}>
        <SectionTitle id={`name-${way.code}`} title={way.name} />
        <Picture way={way} view={view} />
      </section>
    ))}
  </>
);

const after = (months: number): string =>
  months > 0
    ? `When support ends, the door stays open. Within ${months} months you come back without starting again.`
    : 'When support ends, the door stays open.';

export const PublicHowPage = ({ frame, view }: { readonly frame: PersonFrame; readonly view: HowView }) => (
  <PersonPage {...frame} title="How it works" language="en" direction="ltr" back={{ href: '/help', text: 'Places and services' }}>
    <h1>How it works</h1>
    <Lead>
      Whichever door you use, a person reads what you wrote. Everybody gets a next step, and somebody stays with you until it has begun.
    </Lead>
    <Stack gap="l">
      <Ways view={view} />
      {view.straightIn.length > 0 ? (
        <section aria-labelledby="straight-in">
          <SectionTitle id="straight-in" title="Or just come" />
          <p>These need no referral and no form.</p>
          <Rows rows={view.straightIn.map(({ name, about }) => ({ title: name, detail: about }))} />
        </section>
      ) : null}
      <Box title="And afterwards">
        <p>{after(view.reEntryMonths)}</p>
        <div class="od-actions">
          <ButtonLink href="/start">Ask us for help</ButtonLink>
        </div>
        <p>
          You can help to change how it works: <a href="/have-your-say">have your say</a>.
        </p>
      </Box>
    </Stack>
  </PersonPage>
);

export const StaffHowPage = ({ shell, view }: { readonly shell: Shell; readonly view: HowView }) => (
  <StaffPage {...shell} title="How it works" shape="list">
    <PageTitle
      title="How it works"
      sentence={`Drawn from the configuration of ${view.place}, with the room each service has now.`}
      aside={<a href="/how-it-works">As everybody sees it</a>}
    />
    <Ways view={view} />
  </StaffPage>
);
