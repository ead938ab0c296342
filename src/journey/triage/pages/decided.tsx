/** What was decided, where there is nothing left to choose. */
import { FactsList } from '../../../design/components/facts-list.tsx';
import { Reasons } from '../../../design/components/reasons.tsx';
import { saidDayAndTime } from '../../../platform/said.ts';

export interface DecidedView {
  readonly by: string;
  readonly at: Date;
  readonly firstStep: string;
  readonly reason: string;
  readonly state: string;
  readonly because: readonly string[];
  /** By when somebody is in touch, as promised; absent where nothing was. */
  readonly respondBy: string | null;
  /** A message has gone; else somebody has a task to tell them. */
  readonly told: boolean;
}

export const Decided = ({ decided, firstName }: { readonly decided: DecidedView; readonly firstName: string }) => (
  <section class="od-decision" aria-labelledby="decision">
    <h2 class="od-decision__title" id="decision" tabindex={-1}>
      {decided.state === 'awaiting_countersign' ? 'Waits for a second clinician' : 'Decided'}
    </h2>
    <div class="od-decision__body">
      <FactsList
        facts={[
          { term: 'First step', value: decided.firstStep },
          { term: 'Why', value: decided.reason },
          ...(decided.respondBy ? [{ term: 'In touch by', value: decided.respondBy }] : []),
          { term: 'By', value: `${decided.by}, ${saidDayAndTime(decided.at)}` },
        ]}
      />
      {decided.because.length > 0 ? (
        <Reasons label="Why a second clinician must agree" reasons={decided.because.map((text) => ({ kind: 'think' as const, text }))} />
      ) : null}
      <p>
        {decided.state === 'awaiting_countersign'
          ? `Nothing has been sent. ${firstName} hears when a senior colleague agrees.`
          : `${decided.told ? `${firstName} was told.` : `No message to ${firstName} was safe: whoever decided has a task to tell them.`} The team that was asked says yes by name.`}
      </p>
    </div>
  </section>
);
