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
          { term: 'By', value: `${decided.by}, ${saidDayAndTime(decided.at)}` },
        ]}
      />
      {decided.because.length > 0 ? (
        <Reasons label="Why a second clinician must agree" reasons={decided.because.map((text) => ({ kind: 'think' as const, text }))} />
      ) : null}
      <p>
        {decided.state === 'awaiting_countersign'
          ? `Nothing has been sent. ${firstName} hears when a senior colleague agrees.`
          : `${firstName} was told. The team that was asked says yes by name.`}
      </p>
    </div>
  </section>
);
