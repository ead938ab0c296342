/** The register of agreements with other organisations. */
import { Chips, type ChipTone } from '../../../design/components/chip.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { type Agreement, type AgreementState, purposes } from '../model.ts';

export const stateWords: Readonly<Record<AgreementState, string>> = {
  draft: 'Being written',
  in_review: 'Waits to be confirmed',
  signed: 'Signed, not begun',
  active: 'In force',
  review_due: 'In force, review due',
  expired: 'Over',
  ended: 'Ended',
};
export const stateTones: Readonly<Record<AgreementState, ChipTone>> = {
  draft: 'warn',
  in_review: 'warn',
  signed: 'brand',
  active: 'ok',
  review_due: 'warn',
  expired: 'neutral',
  ended: 'neutral',
};

export interface RegisterView {
  readonly rows: readonly Agreement[];
  readonly next: string | null;
}

export const RegisterPage = ({ shell, view }: { readonly shell: Shell; readonly view: RegisterView }) => (
  <StaffPage {...shell} title="Sharing agreements" shape="list">
    <Stack gap="l">
      <PageTitle
        title="Sharing agreements"
        sentence="What other organisations may read, what for, and until when. An agreement opens nobody’s record without that person’s yes, or a recorded ground."
        aside={<a href="/agreements/new">Write an agreement</a>}
      />
      <Table
        caption="Agreements"
        captionHidden
        rows={view.rows}
        rowKey={({ id }) => id}
        empty="No agreement is written down yet."
        columns={[
          { title: 'Agreement', cell: ({ id, name }) => <a href={`/agreements/${id}`}>{name}</a> },
          { title: 'With', cell: ({ organisation }) => organisation },
          { title: 'What for', cell: ({ purpose }) => purposes[purpose] ?? purpose },
          { title: 'From', cell: ({ startsOn }) => saidDate(startsOn) },
          { title: 'Until', cell: ({ endsOn }) => saidDate(endsOn) },
          { title: 'Now', cell: ({ state }) => <Chips chips={[{ tone: stateTones[state], children: stateWords[state] }]} /> },
        ]}
      />
      <Pager next={view.next ?? undefined} label="More agreements" />
    </Stack>
  </StaffPage>
);
