/** The other parts of a record: contacts, measures, and who can see it. */
import { ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { type Fact, FactsList } from '../../../design/components/facts-list.tsx';
import { SectionTitle } from '../../../design/components/heading.tsx';
import { IdentityBar } from '../../../design/components/identity-bar.tsx';
import { type Row, Rows } from '../../../design/components/lists.tsx';
import { OwnWords } from '../../../design/components/own-words.tsx';
import { SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { Table } from '../../../design/components/table.tsx';
import { Timeline } from '../../../design/components/timeline.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RecordFrame } from '../model.ts';
import { MeasureCard, type MeasureCardView } from './measure-card.tsx';

export interface SessionRow {
  readonly id: string;
  readonly icon: 'calendar' | 'people';
  readonly title: string;
  readonly byline: string;
  readonly note?: { readonly did: string; readonly agreed: string; readonly mood: string };
  readonly corrected?: { readonly earlier: string; readonly reason: string };
  readonly action?: { readonly text: string; readonly href: string };
}

export interface ContactsView {
  readonly frame: RecordFrame;
  readonly book: string | null;
  readonly ahead: readonly Row[];
  readonly past: readonly SessionRow[];
  readonly account: { readonly words: string; readonly source: string; readonly language: string } | null;
}

export const ContactsPage = ({ shell, view }: { readonly shell: Shell; readonly view: ContactsView }) => (
  <StaffPage
    {...shell}
    title={`${view.frame.name}: contacts`}
    shape="record"
    identity={<IdentityBar {...view.frame} actions={view.book ? <ButtonLink href={view.book}>Book a time</ButtonLink> : null} />}
  >
    <RecordMain>
      <Card title="Meetings and contacts" id="past">
        {view.past.length === 0 ? (
          <EmptyState>Nothing yet. The first meeting appears here when it is written up.</EmptyState>
        ) : (
          <Timeline
            days={[
              {
                title: 'Newest first',
                entries: view.past.map(({ id, icon, title, byline, note, corrected, action }) => ({
                  key: id,
                  icon,
                  tone: note ? ('brand' as const) : ('plain' as const),
                  title,
                  byline,
                  ...(note
                    ? {
                        note: (
                          <FactsList
                            facts={[
                              { term: 'What we did', value: note.did || { absent: 'not known' as const } },
                              { term: 'What we agreed', value: note.agreed || { absent: 'not known' as const } },
                              ...(note.mood ? [{ term: 'In their words', value: `“${note.mood}”` }] : []),
                            ]}
                          />
                        ),
                      }
                    : {}),
                  ...(corrected ? { corrected } : {}),
                  ...(action ? { action } : {}),
                })),
              },
            ]}
          />
        )}
      </Card>
      {view.account ? (
        <Card title="In their own words" id="account">
          <OwnWords {...view.account} />
        </Card>
      ) : null}
    </RecordMain>
    <RecordSide>
      <SafeContactLine contact={view.frame.safeContact} />
      <ButtonLink href={`/people/${view.frame.who.personId}/contact`} look="secondary" small>
        How to reach {view.frame.who.firstName}
      </ButtonLink>
      <Card title="Still to come" id="ahead">
        {view.ahead.length === 0 ? <EmptyState>Nothing booked yet.</EmptyState> : <Rows rows={view.ahead} />}
      </Card>
    </RecordSide>
  </StaffPage>
);

export const MeasuresPage = ({
  shell,
  frame,
  measures,
  empty,
}: {
  readonly shell: Shell;
  readonly frame: RecordFrame;
  readonly measures: readonly MeasureCardView[];
  readonly empty: string;
}) => (
  <StaffPage {...shell} title={`${frame.name}: measures`} shape="record" identity={<IdentityBar {...frame} />}>
    <RecordMain>
      {measures.length === 0 ? (
        <Card title="No scores yet" id="none">
          <EmptyState>{empty}</EmptyState>
        </Card>
      ) : (
        measures.map((measure) => <MeasureCard key={measure.id} view={measure} />)
      )}
    </RecordMain>
    <RecordSide>
      <Card title="Reading a score" quiet>
        <p>Ask what the number means to {frame.who.firstName} before saying what it means to us.</p>
        <p>Saying no to a measure is fine. Nothing depends on it.</p>
      </Card>
    </RecordSide>
  </StaffPage>
);

export interface SharingRow {
  readonly id: string;
  readonly who: string;
  readonly why: string;
  readonly opens: string;
  readonly since: string;
  readonly until: string;
}

export const SharingPage = ({
  shell,
  frame,
  rows,
  facts,
  without,
  writes,
  partners,
  restricts,
}: {
  readonly shell: Shell;
  readonly frame: RecordFrame;
  readonly rows: readonly SharingRow[];
  readonly facts: readonly Fact[];
  /** What was shared without their agreement. */
  readonly without: readonly Row[];
  /** Where to write down more of it; null for whoever may not. */
  readonly writes: string | null;
  /** Where to open it to a partner agency. */
  readonly partners: string | null;
  /** Where to choose who sees the record. */
  readonly restricts: string | null;
}) => (
  <StaffPage {...shell} title={`${frame.name}: sharing`} shape="record" identity={<IdentityBar {...frame} />}>
    <RecordMain>
      <Card>
        <SectionTitle title="Who can see this record, and why" />
        <p>
          {frame.reach.howItGoes
            ? 'Everybody here has a reason. Nobody else can open it, or learn that it exists.'
            : 'These are the reasons by which you can open it.'}
        </p>
        <Table
          caption="Who can see this record"
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          empty="Only you."
          columns={[
            { title: 'Who', cell: (row: SharingRow) => row.who },
            { title: 'Why', cell: (row: SharingRow) => row.why },
            { title: 'What it opens', cell: (row: SharingRow) => row.opens },
            { title: 'Since', cell: (row: SharingRow) => row.since },
            { title: 'Until', cell: (row: SharingRow) => row.until },
          ]}
        />
        {partners ? (
          <p class="od-alone">
            <a href={partners}>Partner agencies that may read some of it</a>
          </p>
        ) : null}
      </Card>
      <Card title="Shared without agreement" id="without">
        {without.length === 0 ? <EmptyState>Nothing was shared without their agreement.</EmptyState> : <Rows rows={without} />}
        {writes ? (
          <p class="od-alone">
            <a href={writes}>Write down what was shared without agreement</a>
          </p>
        ) : null}
      </Card>
    </RecordMain>
    <RecordSide>
      {restricts ? (
        <Card title="A colleague, or close to one?" quiet>
          <p>Keep the record to people who are named.</p>
          <p class="od-alone">
            <a href={restricts}>Choose who sees it</a>
          </p>
        </Card>
      ) : null}
      <Card title={`What ${frame.who.firstName} can see`} quiet>
        <p>
          Their own page lists who can see them and who looked, with the day and the reason. What they said about each agency stands there
          too.
        </p>
        {facts.length > 0 ? <FactsList facts={facts} /> : null}
      </Card>
    </RecordSide>
  </StaffPage>
);
