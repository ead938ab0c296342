/** Every message that would have gone, as its lock screen or envelope would show it. */
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { LeftToRight } from '../../../design/components/layouts.tsx';
import { type SentDay, SentList, type SentMessage } from '../../../design/components/sent-list.tsx';
import { PublicPage } from '../../../design/layout/public-page.tsx';
import { saidDay, saidDayAndTime, saidTime } from '../../../platform/said.ts';
import { demoBanner } from '../banner.ts';

export interface OutboxMessage {
  readonly id: string;
  readonly audience: string;
  readonly channel: string;
  readonly toName: string;
  readonly toValue: string;
  readonly sender: string;
  readonly subject: string;
  readonly body: string;
  readonly state: string;
  readonly refusedBecause: string;
  readonly notBefore: Date;
  readonly createdAt: Date;
}

const channels: Readonly<Record<string, string>> = {
  text: 'Text to',
  email: 'E-mail to',
  post: 'Letter to',
  phone: 'Phone call to',
  page: 'On their own page',
};

const seenOn: Readonly<Record<string, string>> = {
  text: 'What their phone would show',
  email: 'What their inbox would show',
  post: 'What the letter would say',
};

const stateOf = ({ state, refusedBecause, notBefore }: OutboxMessage, now: Date): Pick<SentMessage, 'state' | 'because'> => {
  switch (state) {
    case 'would_have_gone':
      return { state: { words: 'Would have gone', tone: 'ok' } };
    case 'refused':
      return { state: { words: 'Not sent', tone: 'warn' }, because: `${refusedBecause} A worker has the task.` };
    case 'queued':
    case 'held':
      if (!Number.isFinite(notBefore.valueOf())) return { state: { words: 'Waits for a worker, who prints and posts it' } };
      return { state: { words: notBefore > now ? `Waits until ${saidDayAndTime(notBefore)}` : 'On its way' } };
    default:
      return { state: { words: 'On its way' } };
  }
};

interface OutboxProps {
  /** Newest first. */
  readonly messages: readonly OutboxMessage[];
  readonly plainSender: string;
  readonly place: string;
  readonly now: Date;
  /** Where the ones before these are. */
  readonly earlier?: string | undefined;
}

const shown = (message: OutboxMessage, { plainSender, now }: OutboxProps): SentMessage => ({
  id: message.id,
  to: message.toName || (message.audience === 'referrer' ? 'A referrer' : 'Somebody'),
  how: (
    <>
      {channels[message.channel] ?? message.channel} <LeftToRight>{message.toValue}</LeftToRight>
    </>
  ),
  time: saidTime(message.createdAt),
  ...stateOf(message, now),
  preview: {
    title: seenOn[message.channel] ?? 'As they would see it',
    sender: message.sender || (message.channel === 'text' ? plainSender : 'A neutral name'),
    text: message.subject ? `${message.subject}. ${message.body}` : message.body,
  },
});

const byDay = (props: OutboxProps): readonly SentDay[] =>
  [...Map.groupBy(props.messages, ({ createdAt }) => saidDay(createdAt))].map(([title, messages]) => ({
    title,
    messages: messages.map((message) => shown(message, props)),
  }));

export const Outbox = (props: OutboxProps) => (
  <PublicPage title="What would have been sent" service={{ name: 'One Door', home: '/' }} place={props.place} banner={demoBanner}>
    <PageTitle
      title="What would have been sent"
      sentence="Nothing leaves a demo. This is each message as the phone, screen or envelope would show it, newest first."
    />
    {props.messages.length === 0 ? (
      <EmptyState>
        Nothing yet. Messages are written when somebody asks for help, a decision is made or an appointment is booked. Be somebody and try
        it.
      </EmptyState>
    ) : (
      <SentList days={byDay(props)} />
    )}
    {props.earlier ? (
      <p class="od-alone">
        <a href={props.earlier}>Earlier messages</a>
      </p>
    ) : null}
  </PublicPage>
);
