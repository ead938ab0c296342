/** What a second clinician reads: the list, then one decision in two views, with two ways on. */

import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { ErrorSummary } from '../../../design/components/error-summary.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { OwnWords } from '../../../design/components/own-words.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Reasons } from '../../../design/components/reasons.tsx';
import { type SafeContact, SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Fault } from '../../../platform/problem.ts';
import { asErrors } from '../../../platform/web/faults.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Messages } from '../messages.ts';
import type { OwnAccount, ReasonWords } from '../presenting.ts';
import { BothMessages } from './messages.tsx';

export interface CountersignItem {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly firstStep: string;
  readonly draftedByName: string;
  readonly when: string;
}

export const CountersignList = ({ shell, items }: { readonly shell: Shell; readonly items: readonly CountersignItem[] }) => (
  <StaffPage {...shell} title="To agree" shape="list">
    <PageTitle
      title="Decisions to agree"
      sentence={
        items.length === 0
          ? 'Nothing waits for you.'
          : `${items.length} ${items.length === 1 ? 'decision waits' : 'decisions wait'} for a second clinician. Nothing is sent until you agree.`
      }
    />
    {items.length === 0 ? (
      <EmptyState>
        Decisions come here when they differ from the rules, or are slower after a safety answer. So do those that two teams own together,
        and those on which social care and clinical views differ.
      </EmptyState>
    ) : (
      <Table
        caption="Decisions to agree, the oldest first"
        captionHidden
        columns={[
          { title: 'Person', cell: (item: CountersignItem) => <a href={item.href}>{item.name}</a> },
          { title: 'First step chosen', cell: (item: CountersignItem) => item.firstStep },
          { title: 'By', cell: (item: CountersignItem) => item.draftedByName },
          { title: 'Since', cell: (item: CountersignItem) => item.when },
        ]}
        rows={items}
        rowKey={(item) => item.id}
      />
    )}
  </StaffPage>
);

export interface CountersignPageProps {
  readonly shell: Shell;
  readonly name: string;
  readonly firstName: string;
  readonly safeContact: SafeContact;
  readonly account: OwnAccount | null;
  readonly safety: { readonly title: string; readonly detail: string } | null;
  /** Address of the referral. */
  readonly everything: string;
  readonly suggested: string;
  readonly reasons: readonly ReasonWords[];
  readonly chosen: string;
  readonly why: string;
  readonly personsView: string;
  /** What is offered because coming is hard, or why nothing; '' where it is not. */
  readonly coming: string;
  /** How a colleague of the other profession sees it; '' where nobody does. */
  readonly otherView: string;
  readonly by: string;
  readonly because: readonly string[];
  /** Written by the reader: somebody else must agree. */
  readonly own: boolean;
  readonly waiting: boolean;
  /** What is sent when it is agreed. */
  readonly messages: Messages;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly comment: string;
  readonly faults: readonly Fault[];
}

export const CountersignPage = (view: CountersignPageProps) => (
  <StaffPage {...view.shell} title="A decision to agree" shape="list" error={view.faults.length > 0}>
    <BackLink href="/countersign" text="All decisions to agree" />
    <ErrorSummary errors={asErrors(view.faults)} />
    <PageTitle title={view.name} sentence={view.because.join(' ')} />
    <SafeContactLine contact={view.safeContact} />
    {view.account ? <OwnWords {...view.account} /> : null}
    {view.safety ? (
      <AlertBlock kind="danger" title={view.safety.title}>
        {view.safety.detail}
      </AlertBlock>
    ) : null}
    <p>
      <ButtonLink href={view.everything} look="link">
        {`Everything we were told of ${view.firstName}`}
      </ButtonLink>
    </p>
    <div class="od-columns">
      <Card>
        <SectionTitle title="The rules suggest" />
        <p class="od-lead">{view.suggested}</p>
        <Reasons label="Why the rules suggest it" reasons={view.reasons} />
      </Card>
      <Card>
        <SectionTitle title={`${view.by} chose`} />
        <p class="od-lead">{view.chosen}</p>
        <p>{view.why}</p>
      </Card>
      {view.personsView ? (
        <Card>
          <SectionTitle title={`What ${view.firstName} thinks of it`} />
          <p>{view.personsView}</p>
        </Card>
      ) : null}
      {view.coming ? (
        <Card>
          <SectionTitle title="Because coming is hard" />
          <p>{view.coming}</p>
        </Card>
      ) : null}
      {view.otherView ? (
        <Card>
          <SectionTitle title="The other view" />
          <p>{view.otherView}</p>
        </Card>
      ) : null}
    </div>
    {view.waiting ? <BothMessages messages={view.messages} firstName={view.firstName} /> : null}
    {view.own ? (
      <AlertBlock kind="information" title="You wrote this one">
        Somebody else must agree with it. It is on their list.
      </AlertBlock>
    ) : view.waiting ? (
      <form method="post" action={view.action} novalidate>
        <HiddenValues values={view.hidden} />
        <TextArea
          name="comment"
          label="Comment"
          hint="Needed only when you give it back."
          rows={3}
          value={view.comment}
          error={view.faults.find((fault) => fault.field === 'comment')?.message}
        />
        <div class="od-actions">
          <Button name="act" value="agree">
            Agree and send
          </Button>
          <Button look="secondary" name="act" value="return">
            Give it back
          </Button>
        </div>
      </form>
    ) : (
      <AlertBlock kind="information" title="This one has been settled">
        Somebody has agreed with it or given it back.
      </AlertBlock>
    )}
  </StaffPage>
);
