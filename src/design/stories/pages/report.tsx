/** A report to read and to print. */
import { Button } from '../../components/button.tsx';
import { Figures } from '../../components/figures.tsx';
import { Finding } from '../../components/finding.tsx';
import { Columns } from '../../components/layouts.tsx';
import { OwnWords } from '../../components/own-words.tsx';
import { SheetContents } from '../../components/sheet-contents.tsx';
import { Table } from '../../components/table.tsx';
import { Sheet } from '../../layout/sheet.tsx';
import { StaffPage } from '../../layout/staff-page.tsx';
import { aResidentSaid, headlines } from '../cast.tsx';
import { places, staff } from './frame.ts';

export const report = (
  <StaffPage
    {...staff}
    title="Three-year evaluation"
    account={{ name: 'Grace Lowe', job: 'commissioner', initials: 'GL' }}
    navigation={places('Reports')}
    shape="sheet"
  >
    <SheetContents
      title="In this report"
      links={['Wellbeing', 'Moving on', 'Waiting', 'Fairness', 'What residents say', 'What we will do', 'How sure we are'].map(
        (text, index) => ({ text, href: `#part-${index}` }),
      )}
      actions={
        <>
          <Button icon="print">Print or save as PDF</Button>
          <Button look="secondary" icon="download">
            Download the figures
          </Button>
        </>
      }
    />
    <Sheet
      title="Bridgwater supported living: three-year evaluation"
      about="1 October 2023 to 30 September 2026. About 75 people moved in. 79% of those who left have both scores. Agreed by the residents’ panel, 12 November 2026."
      headline="People leave feeling better than when they came. Half move somewhere more independent."
    >
      <Figures label="Headline figures" figures={headlines} />
      <Finding
        id="part-2"
        label="Waiting"
        finding="Half of people now have a first meeting within 20 days. It was 35 the year before."
        line="By day 28, our promise, 74 in every 100 had been met, up from 35. The difference is 39, likely between 23 and 56."
        caveat="People still waiting, and people who left first, count as waiting up to that day. Each line stops when fewer than 5 remain."
        table={{ summary: 'Show these figures as a table', content: 'The figures.' }}
      />
      <Finding
        id="part-3"
        label="Fairness"
        finding="One clear gap: Black people waited 10 days longer for a first meeting than everyone else."
        line="No other group has a clear difference in waiting."
        figure={
          <Table
            caption="Waits by group"
            captionHidden
            rows={[
              { group: 'Asian', people: '15', days: '25 days', gap: 'No clear difference' },
              { group: 'Black', people: '30', days: '35 days', gap: '10 days longer (4 to 18)' },
              { group: 'White', people: '70', days: '25 days', gap: 'No clear difference' },
            ]}
            rowKey={(row) => row.group}
            marked={(row) => row.group === 'Black'}
            columns={[
              { title: 'Group', cell: (row) => row.group },
              { title: 'Referred, 2 years', cell: (row) => row.people, numeric: true },
              { title: 'Median wait', cell: (row) => row.days, numeric: true },
              { title: 'Wait compared with everyone else', cell: (row) => row.gap },
            ]}
          />
        }
        caveat="Counts are rounded to the nearest 5. A count under 5 is hidden to protect people."
      />
      <Finding id="part-4" label="What residents say" finding="Nine in ten feel treated as a whole person.">
        <Columns>
          {aResidentSaid}
          <OwnWords
            small
            words="The first month in my own flat was too quiet. I wish the visits had gone on."
            source="Person who moved on, 2026. Shared with permission"
          />
        </Columns>
      </Finding>
    </Sheet>
  </StaffPage>
);
