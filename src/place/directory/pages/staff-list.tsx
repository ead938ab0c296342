/** The directory as colleagues look through it: what fits, what is open now, and what should be confirmed. */
import { Actions } from '../../../design/components/button.tsx';
import { Chip } from '../../../design/components/chip.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { Search } from '../../../design/components/search.tsx';
import { Segments } from '../../../design/components/segments.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { OwnLight } from '../lights.ts';
import type { ListedView } from '../presenting.ts';
import { LightCard } from './light.tsx';

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
  readonly mayBringIn: boolean;
  /** Of services of the visitor’s own teams. */
  readonly lights: readonly OwnLight[];
  readonly formKey: string;
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
      aside={
        <Actions>
          <a href="/services/how-it-works">How it works</a>
          {view.mayBringIn ? <a href="/services/sources">Where entries come from</a> : null}
        </Actions>
      }
    />
    {view.lights.map(({ id, name, light }) => (
      <LightCard key={id} id={id} name={name} light={light} maySay from="list" formKey={view.formKey} />
    ))}
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
          ? 'Every entry was confirmed lately.'
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
            cell: (row) => (
              <>
                {row.closedForNow ? (
                  <Chip tone="warn">Closed for now</Chip>
                ) : row.opening.state === 'open' ? (
                  <Chip tone="ok">{row.opening.text}</Chip>
                ) : (
                  row.opening.text
                )}
                {row.light ? <SmallPrint>{row.light.text}</SmallPrint> : null}
              </>
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
