/** The desk of triage: the queue, one person’s own words largest, and the decision with its reasons beside them. */
import { ButtonLink } from '../../../design/components/button.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { DecisionPane, ItemPane } from '../../../design/layout/panes.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import { deskAddress } from '../presenting.ts';
import { Before, Decided, type DecidedBefore, type DecidedView } from './decided.tsx';
import { Decision, type DecisionView } from './decision.tsx';
import { type QueueView, TriageQueue } from './queue.tsx';
import { ReferralItem, type ReferralView } from './referral.tsx';

export interface DeskView extends ReferralView, DecisionView {
  /** Set when it was decided already: then there is nothing to choose. */
  readonly decided: DecidedView | null;
  /** What was decided and told earlier, the newest first. */
  readonly before: readonly DecidedBefore[];
}

export const TriageDesk = ({
  shell,
  queue,
  view,
}: {
  readonly shell: Shell;
  readonly queue: QueueView;
  readonly view: DeskView | null;
}) => (
  <StaffPage
    {...shell}
    title={view ? 'A referral' : 'Triage'}
    shape="desk"
    showing={view ? 'item' : 'queue'}
    error={(view?.errors.length ?? 0) > 0}
    skipLinks={
      view
        ? [
            { text: 'Skip to this referral', target: 'item' },
            { text: 'Skip to the decision', target: 'decision' },
          ]
        : []
    }
  >
    <TriageQueue view={queue} />
    {view ? (
      <>
        <ReferralItem view={view} />
        <DecisionPane>
          {view.decided ? <Decided decided={view.decided} firstName={view.firstName} errors={view.errors} /> : <Decision view={view} />}
          <Before decisions={view.before} />
        </DecisionPane>
      </>
    ) : (
      <>
        <ItemPane label="Nobody chosen">
          <PageTitle
            level={2}
            id="item"
            title={queue.items[0] ? 'Open the first' : queue.count === 0 ? 'Nobody is waiting' : 'Nobody in this list'}
            sentence={
              queue.items[0]
                ? 'The list is in the order of the promises we made.'
                : queue.count === 0
                  ? 'Everyone who asked has an answer.'
                  : 'Others are waiting. Open the list of everyone.'
            }
          />
          {queue.items[0] ? (
            <p>
              <ButtonLink href={deskAddress(queue.items[0].id, queue.filter, 'next')}>Open {queue.items[0].name}</ButtonLink>
            </p>
          ) : null}
        </ItemPane>
        <DecisionPane>
          <section class="od-decision" aria-labelledby="decision">
            <h2 class="od-decision__title" id="decision">
              What you decide
            </h2>
            <div class="od-decision__body">
              <p class="od-small">A first step, an owner and a time. Nobody is turned away.</p>
            </div>
          </section>
        </DecisionPane>
      </>
    )}
  </StaffPage>
);
