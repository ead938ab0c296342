/** A worker's day: who is next with the one thing to remember, today, what is still to write up, what is to do, and their people. */
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { type ChipProps, Chips } from '../../../design/components/chip.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { type Row, Rows } from '../../../design/components/lists.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { type SafeContact, SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { Table } from '../../../design/components/table.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';

export interface NextView {
  readonly name: string;
  readonly href: string;
  readonly when: string;
  readonly where: string;
  readonly remember: string;
  readonly safeContact: SafeContact;
  readonly chips: readonly ChipProps[];
  /** Null while it is not the day yet. */
  readonly note: string | null;
}

export interface TaskView {
  readonly id: string;
  readonly words: string;
  readonly who: string;
  readonly href: string;
  readonly due: string;
  readonly late: boolean;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly next: string;
  /** A session that has been and is not written up; empty where none waits. */
  readonly waiting: string;
  readonly since: string;
  readonly state: string;
}

export interface MyDayView {
  readonly sentence: string;
  readonly next: NextView | null;
  readonly today: readonly Row[];
  readonly toWriteUp: readonly Row[];
  readonly tasks: readonly TaskView[];
  readonly people: readonly PersonView[];
  /** Such as “26 to 50 of 106”, where they are more than a page. */
  readonly showing: string | undefined;
  readonly previous: string | undefined;
  readonly following: string | undefined;
  readonly offers: number;
  /** Plans whose day to look again has come, and how many more there are. */
  readonly plans: readonly Row[];
  readonly morePlans: number;
  readonly hidden: Readonly<Record<string, string>>;
}

const Task = ({ task, hidden }: { readonly task: TaskView; readonly hidden: MyDayView['hidden'] }) => (
  <li class="od-rows__row od-todo">
    <span class="od-rows__words">
      {task.href ? (
        <a class="od-rows__title" href={task.href}>
          {task.words}
        </a>
      ) : (
        <span class="od-rows__title">{task.words}</span>
      )}
      <span class="od-rows__detail">{[task.who, task.due].filter(Boolean).join('. ')}</span>
    </span>
    <form method="post" action={`/tasks/${task.id}/done`}>
      <HiddenValues values={hidden} />
      <Button look="secondary" small>
        Done<span class="nhsuk-u-visually-hidden">: {task.words}</span>
      </Button>
    </form>
  </li>
);

export const MyDayPage = ({ shell, view }: { readonly shell: Shell; readonly view: MyDayView }) => (
  <StaffPage {...shell} title="My day" shape="record" identity={null}>
    <RecordMain>
      <PageTitle title="My day" sentence={view.sentence} />
      {view.next ? (
        <Card title="Next" id="next" aside={<span>{view.next.when}</span>}>
          <PageTitle level={2} title={<a href={view.next.href}>{view.next.name}</a>} sentence={view.next.where} />
          <SafeContactLine contact={view.next.safeContact} />
          {view.next.remember ? (
            <p>
              <strong>Remember:</strong> {view.next.remember}
            </p>
          ) : null}
          {view.next.chips.length > 0 ? <Chips chips={view.next.chips} /> : null}
          <div class="od-actions">
            {view.next.note ? <ButtonLink href={view.next.note}>Write the note</ButtonLink> : null}
            <ButtonLink href={view.next.href} look={view.next.note ? 'secondary' : 'primary'}>
              Open the record
            </ButtonLink>
          </div>
        </Card>
      ) : (
        <Card title="Next" id="next">
          <EmptyState>Nothing booked with anybody. Open one of your people to book a time.</EmptyState>
        </Card>
      )}
      {view.toWriteUp.length > 0 ? (
        <Card title="Still to write up" id="write-up">
          <Rows rows={view.toWriteUp} />
        </Card>
      ) : null}
    </RecordMain>
    <RecordSide>
      {view.offers > 0 ? (
        <Card title="Waiting for a yes" id="offers">
          <Rows
            rows={[
              {
                icon: 'people',
                title: `${view.offers === 1 ? 'One person waits' : `${view.offers} people wait`} for your team`,
                href: '/offers',
                detail: 'Open, and say yes or give it back',
              },
            ]}
          />
        </Card>
      ) : null}
      <Card title="Today" id="today">
        {view.today.length === 0 ? <EmptyState>No sessions today.</EmptyState> : <Rows rows={view.today} />}
      </Card>
      <Card title="To do" id="tasks">
        {view.tasks.length === 0 ? (
          <EmptyState>Nothing waits for you.</EmptyState>
        ) : (
          <ul class="od-rows">
            {view.tasks.map((task) => (
              <Task key={task.id} task={task} hidden={view.hidden} />
            ))}
          </ul>
        )}
      </Card>
      {view.plans.length > 0 ? (
        <Card title="Plans to look at again" id="plans">
          <Rows rows={view.plans} />
          {view.morePlans > 0 ? <p>{`And ${view.morePlans} more, newer.`}</p> : null}
        </Card>
      ) : null}
    </RecordSide>
    <RecordMain>
      <Card title="My people" id="people">
        {view.people.length === 0 ? (
          <EmptyState action={<a href="/offers">See who waits for a yes</a>}>
            Nobody yet. People come here when you say yes to an offer.
          </EmptyState>
        ) : (
          <>
            <Table
              caption="My people, the next appointment first"
              captionHidden
              rows={view.people}
              rowKey={(row) => row.id}
              columns={[
                { title: 'Name', cell: (row: PersonView) => <a href={row.href}>{row.name}</a> },
                { title: 'Next', cell: (row: PersonView) => [row.next, row.waiting].filter(Boolean).join('. ') },
                { title: 'With us', cell: (row: PersonView) => [row.since, row.state].filter(Boolean).join('. ') },
              ]}
            />
            <Pager previous={view.previous} next={view.following} showing={view.showing} label="My people" />
          </>
        )}
      </Card>
    </RecordMain>
  </StaffPage>
);
