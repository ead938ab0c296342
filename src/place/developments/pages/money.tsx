/** Developments with what pays for them, funding lines with what they pay for, and in plain words where the two do not add up. */
import { Card } from '../../../design/components/card.tsx';
import { Chips, type ChipTone } from '../../../design/components/chip.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Columns, Stack } from '../../../design/components/layouts.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Money } from '../actions.ts';
import type { Development, FundingLine, Stage } from '../model.ts';
import { developmentSentence, lineSentence, saidAmount, saidMoney } from '../money.ts';
import { Parts } from './frame.tsx';

export const stageWords: Readonly<Record<Stage, string>> = {
  planned: 'Planned',
  being_made: 'Being made',
  open: 'Open',
  stopped: 'Stopped',
};
const tones: Readonly<Record<Stage, ChipTone>> = { planned: 'neutral', being_made: 'brand', open: 'ok', stopped: 'neutral' };

export const amountWords = (pence: number | null): string => (pence === null ? 'amount not said' : saidMoney(pence));
const periodWords = ({ fromOn, toOn }: FundingLine): string => `${saidDate(fromOn)} to ${toOn === null ? 'no last day' : saidDate(toOn)}`;

const DevelopmentCard = ({
  development,
  money,
  mayWrite,
}: {
  readonly development: Development;
  readonly money: Money;
  readonly mayWrite: boolean;
}) => {
  const paid = money.fundings
    .filter(({ developmentId }) => developmentId === development.id)
    .flatMap((link) => {
      const line = money.lines.find(({ id }) => id === link.fundingLineId);
      return line ? [{ ...link, recurring: line.recurring, line }] : [];
    });
  const sentence = developmentSentence(development, paid);
  return (
    <Card title={development.name} level={3}>
      <Chips
        chips={[
          {
            tone: tones[development.stage],
            children: development.since
              ? `${stageWords[development.stage]}, since ${saidDate(development.since)}`
              : stageWords[development.stage],
          },
          ...(development.costPence === null ? [] : [{ children: `Costs ${saidMoney(development.costPence)}` }]),
        ]}
      />
      {development.words ? <p>{development.words}</p> : null}
      {paid.map(({ line, amountPence }) => (
        <p key={line.id}>
          Paid for by {line.name}, {line.funder}: {amountWords(amountPence)}.
        </p>
      ))}
      {sentence ? (
        <p>
          <strong>{sentence}</strong>
        </p>
      ) : null}
      {mayWrite ? (
        <a href={`/changes/developments/${development.id}`}>
          Change it<span class="nhsuk-u-visually-hidden">: {development.name}</span>
        </a>
      ) : null}
    </Card>
  );
};

export const MoneyPage = ({ shell, money, mayWrite }: { readonly shell: Shell; readonly money: Money; readonly mayWrite: boolean }) => (
  <StaffPage {...shell} title="Changes" shape="list">
    <Stack gap="l">
      <PageTitle title="Changes" sentence="What is being made here, what pays for it, and whether the two add up." />
      <Parts current="/changes" />
      <section aria-labelledby="developments">
        <SectionTitle
          id="developments"
          title="Developments"
          aside={mayWrite ? <a href="/changes/developments/new">Write down a development</a> : undefined}
        />
        {money.developments.length === 0 ? <EmptyState>No development is written down yet.</EmptyState> : null}
        <Columns>
          {money.developments.map((development) => (
            <DevelopmentCard key={development.id} development={development} money={money} mayWrite={mayWrite} />
          ))}
        </Columns>
      </section>
      <section aria-labelledby="funding">
        <SectionTitle
          id="funding"
          title="Funding lines"
          aside={mayWrite ? <a href="/changes/funding/new">Write down a funding line</a> : undefined}
        />
        <Table
          caption="Funding lines"
          captionHidden
          rows={money.lines}
          rowKey={({ id }) => id}
          empty="No money is written down yet."
          columns={[
            { title: 'Line', cell: (line) => (mayWrite ? <a href={`/changes/funding/${line.id}`}>{line.name}</a> : line.name) },
            { title: 'Funder', cell: ({ funder }) => funder },
            { title: 'Amount', cell: saidAmount },
            { title: 'When', cell: periodWords },
            {
              title: 'Pays for',
              cell: (line) => {
                const parts = money.fundings.filter(({ fundingLineId }) => fundingLineId === line.id);
                const sentence = lineSentence(line, parts);
                return (
                  <Stack gap="s">
                    {parts.map(({ developmentId, amountPence }) => (
                      <span key={developmentId}>
                        {money.developments.find(({ id }) => id === developmentId)?.name}: {amountWords(amountPence)}
                      </span>
                    ))}
                    {sentence ? <strong>{sentence}</strong> : null}
                  </Stack>
                );
              },
            },
          ]}
        />
      </section>
    </Stack>
  </StaffPage>
);
