/** The answers to a consultation: how many gave which, by as whom, and what people wrote. */
import { Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { AnsweringAs } from '../../../place/developments/model.ts';
import { plainNumber } from '../../../platform/numbers.ts';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Shown } from '../../evaluation/small-numbers.ts';
import type { ReadConsultation, ReadResponse } from '../actions.ts';
import type { ConsultationCounts } from '../counting.ts';

export const groupWords: Readonly<Record<AnsweringAs, string>> = {
  uses_services: 'Use services',
  carer: 'Carers',
  staff: 'Staff',
  organisation: 'Organisations',
  resident: 'Residents',
  prefer_not_to_say: 'Prefer not to say',
};

const shown = (count: Shown | undefined): string => (count === null || count === undefined ? 'hidden' : plainNumber(count));

const Counts = ({ counts }: { readonly counts: ConsultationCounts }) => {
  const rows = [
    { name: 'Everybody', cells: counts.groupTotals, total: counts.total, about: 'all' },
    ...counts.questions.flatMap(({ text, rows: answers }) => answers.map((row) => ({ ...row, about: text }))),
  ];
  return (
    <Stack gap="l">
      {[...new Set(rows.map(({ about }) => about))].map((about) => (
        <Table
          key={about}
          caption={about === 'all' ? 'Who answered' : about}
          scrolls
          rows={rows.filter((row) => row.about === about)}
          rowKey={({ name }) => name}
          columns={[
            { title: about === 'all' ? 'Answers' : 'Answer', cell: ({ name }) => name },
            ...counts.groups.map((group, column) => ({
              title: groupWords[group],
              numeric: true,
              cell: ({ cells }: (typeof rows)[number]) => shown(cells[column]),
            })),
            { title: 'All', numeric: true, cell: ({ total }) => shown(total) },
          ]}
        />
      ))}
    </Stack>
  );
};

export const AnswersPage = ({
  shell,
  consultation,
  words,
  next,
  later,
}: {
  readonly shell: Shell;
  readonly consultation: ReadConsultation;
  readonly words: readonly ReadResponse[];
  readonly next: string | undefined;
  readonly later: boolean;
}) => {
  const here = `/changes/consultations/${consultation.id}/answers`;
  const { counts } = consultation;
  const written = words.filter(({ said }) => said.length > 0);
  return (
    <StaffPage {...shell} title="Answers" shape="list">
      <BackLink href="/changes/consultations" text="All consultations" />
      <Stack gap="l">
        <PageTitle
          title={consultation.title}
          sentence="What people answered. Nobody who answers is known, and no page here can tell you."
        />
        {later ? null : counts ? (
          <section aria-labelledby="counts">
            <SectionTitle id="counts" title="How many answered what" aside={<a href={`${here}/counts.csv`}>Download the counts</a>} />
            <p>
              Counts are rounded to the nearest 5. A count under 5 is hidden to protect people. So is any other that would give it away.
            </p>
            {counts.groups.length === 0 ? <EmptyState>Nobody answered.</EmptyState> : <Counts counts={counts} />}
          </section>
        ) : (
          <Inset>
            <p>
              Answers are counted after it closes on {saidDate(consultation.closesOn)}. Counts of two days laid side by side would show who
              answered in between.
            </p>
          </Inset>
        )}
        <section aria-labelledby="words">
          <SectionTitle id="words" title="What people wrote" />
          {written.length === 0 ? <EmptyState>Nobody has written anything{later ? ' further' : ' yet'}.</EmptyState> : null}
          <Stack>
            {written.map(({ id, said }) => (
              <Card key={id}>
                {said.map(({ question, words: answer }) => (
                  <div key={question}>
                    <p>
                      <strong>{question}</strong>
                    </p>
                    {answer.split(/\n+/).map((paragraph, at) => (
                      <p key={at} dir="auto">
                        {paragraph}
                      </p>
                    ))}
                  </div>
                ))}
              </Card>
            ))}
          </Stack>
          <Pager next={next} label="Earlier answers" />
        </section>
        <div class="od-actions">
          <ButtonLink href={`${here}/words.csv`} look="secondary" icon="download">
            Download what people wrote
          </ButtonLink>
        </div>
      </Stack>
    </StaffPage>
  );
};
