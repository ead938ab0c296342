/** The directory as staff work with it: the same entries, with what should be confirmed and the button that does it. */
import { Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Chip, Chips } from '../../../design/components/chip.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Prose, Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { Search } from '../../../design/components/search.tsx';
import { Segments } from '../../../design/components/segments.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { EntryView, ListedView } from '../presenting.ts';
import { routesTo } from './public.tsx';

export const shows = ['everything', 'open', 'no_referral', 'to_confirm'] as const;
export type Show = (typeof shows)[number];
const showWords: Readonly<Record<Show, string>> = {
  everything: 'Everything',
  open: 'Open now',
  no_referral: 'No referral needed',
  to_confirm: 'To confirm',
};

export interface StaffListView {
  readonly words: string;
  readonly show: Show;
  readonly found: readonly ListedView[];
  readonly next: string | null;
  readonly later: boolean;
}

const address = ({ words, show }: Pick<StaffListView, 'words' | 'show'>, after?: string): string => {
  const query = new URLSearchParams({
    ...(words ? { words } : {}),
    ...(show === 'everything' ? {} : { show }),
    ...(after ? { after } : {}),
  }).toString();
  return query ? `/services?${query}` : '/services';
};

export const StaffListPage = ({ shell, view }: { readonly shell: Shell; readonly view: StaffListView }) => (
  <StaffPage {...shell} title="Services" shape="list">
    <PageTitle
      title="Services"
      sentence="Ours first, then what others publish. Confirm an entry when you have checked it, so that everybody can rely on it."
    />
    <form method="get" action="/services">
      {view.show === 'everything' ? null : <input type="hidden" name="show" value={view.show} />}
      <Search name="words" label="Find a service" hint="Its name, what it helps with, or who gives it" value={view.words} />
    </form>
    <Segments
      segments={shows.map((show) => ({ text: showWords[show], href: address({ words: view.words, show }), current: show === view.show }))}
    />
    {view.found.length === 0 ? (
      <EmptyState action={<a href="/services">Show everything</a>}>
        {view.show === 'to_confirm' && view.words === ''
          ? 'Every entry was confirmed within the last 30 days.'
          : 'Nothing fits that. Try one word, or show everything.'}
      </EmptyState>
    ) : (
      <Table
        caption="Services"
        captionHidden
        rows={view.found}
        rowKey={(row) => row.id}
        columns={[
          {
            title: 'Service',
            cell: (row) => (
              <>
                <a href={`/services/${row.id}`}>{row.name}</a>
                {row.organisation ? <SmallPrint>{row.organisation}</SmallPrint> : null}
              </>
            ),
          },
          { title: 'Area', cell: (row) => row.areas || 'Not said' },
          {
            title: 'Open',
            cell: (row) =>
              row.closedForNow ? (
                <Chip tone="warn">Closed for now</Chip>
              ) : row.opening.state === 'open' ? (
                <Chip tone="ok">{row.opening.text}</Chip>
              ) : (
                row.opening.text
              ),
          },
          { title: 'Referral', cell: (row) => row.referral ?? 'Not said' },
          { title: 'Confirmed', cell: (row) => row.confirmed.short },
        ]}
      />
    )}
    <Pager
      previous={view.later ? address(view) : undefined}
      next={view.next === null ? undefined : address(view, view.next)}
      label="Page of services"
    />
  </StaffPage>
);

export const StaffEntryPage = ({
  shell,
  entry,
  formKey,
}: {
  readonly shell: Shell;
  readonly entry: EntryView;
  readonly formKey: string;
}) => (
  <StaffPage {...shell} title={entry.name} shape="list">
    <BackLink href="/services" text="All services" />
    <PageTitle
      title={entry.name}
      sentence={[entry.organisation, entry.alternateName].filter(Boolean).join('. ')}
      aside={<a href={`/help/${entry.id}`}>As everybody sees it</a>}
    />
    {entry.closed ? <Inset>{entry.closed}</Inset> : null}
    {entry.alert ? <Inset>{entry.alert}</Inset> : null}
    <Columns>
      <Stack>
        <Prose>
          {entry.paragraphs.map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
        </Prose>
        {entry.facts.length > 0 ? (
          <Card title="Good to know" level={2}>
            <FactsList facts={entry.facts.map(({ term, value }) => ({ term, value }))} />
          </Card>
        ) : null}
        {entry.places.length > 0 ? (
          <Card title="Where it is" level={2}>
            <FactsList
              facts={entry.places.map((place) => ({
                term: place.name || 'Address',
                value: [place.address, ...place.notes].filter(Boolean).join('. '),
              }))}
            />
          </Card>
        ) : null}
      </Stack>
      <Stack>
        <Card title="When it is open" level={2}>
          <Chips chips={[{ tone: entry.opening.state === 'open' ? 'ok' : 'neutral', icon: 'clock', children: entry.opening.text }]} />
          {entry.hours.length > 0 ? (
            <FactsList facts={entry.hours.map(({ days, times }) => ({ term: days, value: times }))} />
          ) : (
            <p>The hours are not published. Ask before you send anybody.</p>
          )}
        </Card>
        {entry.reach.length > 0 ? (
          <Card title="How to reach it" level={2}>
            <Rows rows={routesTo(entry.reach).map(({ icon, action, when, href }) => ({ icon, title: action, detail: when, href }))} />
          </Card>
        ) : null}
        <Card title="Is this right?" level={2}>
          <p>
            {entry.confirmed.text}
            {entry.confirmedBy ? `, by ${entry.confirmedBy}` : ''}. {entry.source}
          </p>
          <form method="post" action={`/services/${entry.id}/confirm`}>
            <input type="hidden" name="form_key" value={formKey} />
            <Button look="secondary" small>
              I checked this today
            </Button>
          </form>
        </Card>
      </Stack>
    </Columns>
  </StaffPage>
);
