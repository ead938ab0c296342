/** How somebody is reached, for whoever asks them aloud: each way with its rules, asked again or new. */
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { errorOf } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { IdentityBar } from '../../../design/components/identity-bar.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RecordFrame } from '../../record/model.ts';
import { ways } from '../model.ts';
import { forStaff, wayWords } from '../texts.ts';
import type { ListedWay } from './own.tsx';
import { Questions, type WayQuestions } from './way.tsx';

interface Around {
  readonly shell: Shell;
  readonly frame: RecordFrame;
}

const row = ({ href, value, line }: ListedWay, opens: boolean) => ({
  icon: 'shield' as const,
  title: <bdi>{value}</bdi>,
  detail: line,
  ...(opens ? { href } : {}),
});

export const staffWaysPage = ({
  shell,
  frame,
  listed,
  newer,
  add,
}: Around & {
  readonly listed: readonly ListedWay[];
  /** Told with another request of theirs, and not asked about since. */
  readonly newer: readonly ListedWay[];
  /** Address for another way; null for who may only read. */
  readonly add: string | null;
}): string =>
  renderDocument(
    <StaffPage {...shell} title={`${frame.name}: how to reach them`} shape="record" identity={<IdentityBar {...frame} />}>
      <RecordMain>
        <PageTitle
          level={2}
          title={`How to reach ${frame.who.firstName}`}
          sentence="Ask again at each stage. Nothing is sent to say that something changed."
        />
        {listed.length === 0 ? (
          <EmptyState>There is no number or address yet.</EmptyState>
        ) : (
          <Rows rows={listed.map((way) => row(way, add !== null))} />
        )}
        {newer.length > 0 ? (
          <Card title="They gave these when they asked again" level={3} quiet>
            <p>Ask which to use. Nothing is sent to them until you have.</p>
            <Rows rows={newer.map((way) => row(way, add !== null))} />
          </Card>
        ) : null}
        {add ? (
          <Actions>
            <ButtonLink href={add} look="secondary">
              Add a number or address
            </ButtonLink>
          </Actions>
        ) : null}
      </RecordMain>
      <RecordSide>
        <SafeContactLine contact={frame.safeContact} />
      </RecordSide>
    </StaffPage>,
  );

export interface StaffWayProps extends Around, Omit<WayQuestions, 'words'> {
  readonly action: string;
  /** The number or address; null for another one. */
  readonly value: string | null;
  readonly formKey: string;
}

export const staffWayPage = ({ shell, frame, action, value, formKey, ...questions }: StaffWayProps): string => {
  const { typed, errors, way } = questions;
  return renderDocument(
    <StaffPage {...shell} title={`${frame.name}: how to reach them`} shape="record" identity={<IdentityBar {...frame} />} errors={errors}>
      <RecordMain>
        <PageTitle
          level={2}
          title={value ?? 'Another number or address'}
          sentence={way === null ? 'Ask them aloud.' : `${wayWords[way]}. Ask them aloud.`}
        />
        <form method="post" action={action} novalidate autocomplete="off">
          <HiddenValues values={{ form_key: formKey }} />
          {value === null ? (
            <>
              <Select
                name="channel"
                label="What is it for?"
                value={typed.channel ?? ''}
                options={ways.map((one) => ({ value: one, text: wayWords[one] }))}
                error={errorOf(errors, 'channel')}
              />
              <TextInput
                name="value"
                label="Number or address"
                value={typed.value ?? ''}
                direction="auto"
                error={errorOf(errors, 'value')}
              />
            </>
          ) : null}
          <Questions {...questions} words={forStaff} dense />
          <Actions>
            <Button>{forStaff.asked.keep}</Button>
          </Actions>
        </form>
      </RecordMain>
      <RecordSide>
        <SafeContactLine contact={frame.safeContact} />
      </RecordSide>
    </StaffPage>,
  );
};
