/** What has happened, newest first, with its filters and the way to earlier entries. */
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { Segments } from '../../../design/components/segments.tsx';
import { Timeline } from '../../../design/components/timeline.tsx';
import { type Filter, filters, filterWords } from '../happening-kinds.ts';
import type { HappeningDay } from '../happenings.ts';

export interface HappenedView {
  readonly days: readonly HappeningDay[];
  readonly filter: Filter | null;
  /** Path of the page, without its query. */
  readonly path: string;
  readonly next: string | undefined;
}

export const WhatHasHappened = ({ view }: { readonly view: HappenedView }) => (
  <>
    <Segments
      label="Show entries"
      segments={[
        { text: 'Everything', href: `${view.path}#happened`, current: view.filter === null },
        ...filters.map((filter) => ({
          text: filterWords[filter],
          href: `${view.path}?show=${filter}#happened`,
          current: view.filter === filter,
        })),
      ]}
    />
    {view.days.length === 0 ? (
      <EmptyState>
        {view.filter ? 'Nothing of this kind has happened yet.' : 'Nothing has happened yet. What you do here appears by itself.'}
      </EmptyState>
    ) : (
      <Timeline days={view.days} />
    )}
    <Pager next={view.next} label="Earlier entries" />
  </>
);
