/** The record's first page: how they have been, their plan, what comes next, what can be done now, who can see it, and what has happened. */
import { ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { type Fact, FactsList } from '../../../design/components/facts-list.tsx';
import { Goal, type GoalProps } from '../../../design/components/goal.tsx';
import { IdentityBar } from '../../../design/components/identity-bar.tsx';
import { Columns } from '../../../design/components/layouts.tsx';
import { QuickLinks, type Row, Rows } from '../../../design/components/lists.tsx';
import { OwnWords } from '../../../design/components/own-words.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RecordFrame } from '../model.ts';
import { type HappenedView, WhatHasHappened } from './happened.tsx';
import { MeasureCard, type MeasureCardView } from './measure-card.tsx';

export interface OverviewView {
  readonly frame: RecordFrame;
  readonly chips: Parameters<typeof IdentityBar>[0]['chips'];
  readonly account: { readonly words: string; readonly source: string; readonly language: string } | null;
  /** Null where the reader may not read measures. */
  readonly measure: MeasureCardView | null;
  /** Null where the reader may not read the story. */
  readonly plan: { readonly goals: readonly GoalProps[]; readonly sentence: string } | null;
  readonly matters: readonly Fact[];
  readonly next: readonly Row[];
  readonly now: Parameters<typeof QuickLinks>[0]['links'];
  readonly who: readonly Row[];
  readonly happened: HappenedView;
  readonly primary: { readonly text: string; readonly href: string } | null;
  readonly book: string | null;
}

export const OverviewPage = ({ shell, view }: { readonly shell: Shell; readonly view: OverviewView }) => {
  const { frame } = view;
  const first = frame.who.firstName;
  const at = `/people/${frame.who.personId}`;
  return (
    <StaffPage
      {...shell}
      title={frame.name}
      shape="record"
      identity={
        <IdentityBar
          {...frame}
          chips={view.chips}
          actions={
            <>
              {view.book ? (
                <ButtonLink href={view.book} look="secondary">
                  Book a time
                </ButtonLink>
              ) : null}
              {view.primary ? <ButtonLink href={view.primary.href}>{view.primary.text}</ButtonLink> : null}
            </>
          }
        />
      }
    >
      <RecordMain>
        {view.measure ? <MeasureCard view={view.measure} /> : null}
        {view.account ? (
          <OwnWords {...view.account} whole={view.account.words.length > 420 ? `${at}/contacts#account` : undefined} />
        ) : null}
        {view.plan ? (
          <Columns>
            <Card title={`${first}’s plan`} id="plan" aside={<a href={`${at}/plan`}>Open the plan</a>}>
              {view.plan.goals.length === 0 ? (
                <EmptyState>{view.plan.sentence}</EmptyState>
              ) : (
                <>
                  {view.plan.goals.map((goal) => (
                    <Goal key={goal.words} {...goal} />
                  ))}
                  <p class="od-small">{view.plan.sentence}</p>
                </>
              )}
            </Card>
            <Card title="What matters now" id="matters">
              <FactsList facts={view.matters} />
            </Card>
          </Columns>
        ) : null}
        <Card title="What has happened" id="happened">
          <WhatHasHappened view={view.happened} />
        </Card>
      </RecordMain>
      <RecordSide>
        <Card title="Next" id="next">
          {view.next.length === 0 ? (
            <EmptyState>Nothing booked yet. {first} should always know what comes next.</EmptyState>
          ) : (
            <Rows rows={view.next} />
          )}
        </Card>
        {view.now.length > 0 ? (
          <Card title="Do it now" id="now">
            <QuickLinks links={view.now} />
          </Card>
        ) : null}
        <Card title="Who can see this" id="who" aside={<a href={`${at}/sharing`}>Everyone, and why</a>}>
          <Rows rows={view.who} />
        </Card>
      </RecordSide>
    </StaffPage>
  );
};
