/** Every message that would have gone, as its lock screen or envelope would show it. */
import { EmptyState } from '../../design/components/empty-state.tsx';
import { PageTitle, SectionTitle } from '../../design/components/heading.tsx';
import { LeftToRight, Stack } from '../../design/components/layouts.tsx';
import { LockScreenPreview } from '../../design/components/lock-screen-preview.tsx';
import { PublicPage } from '../../design/layout/public-page.tsx';
import { saidDayAndTime } from '../../platform/said.ts';
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
  text: 'Text',
  email: 'E-mail',
  post: 'Letter',
  phone: 'Phone call',
  page: 'On their page',
};

const seenOn: Readonly<Record<string, string>> = {
  text: 'What their phone would show',
  email: 'What their inbox would show',
  post: 'What the letter would say',
};

const stateWords = (message: OutboxMessage): string => {
  switch (message.state) {
    case 'would_have_gone':
      return 'Would have gone';
    case 'refused':
      return `Not sent. ${message.refusedBecause} A worker has the task.`;
    case 'queued':
    case 'held':
      return `Waits until ${saidDayAndTime(message.notBefore)}`;
    default:
      return 'On its way';
  }
};

export const Outbox = ({
  messages,
  plainSender,
  place,
}: {
  readonly messages: readonly OutboxMessage[];
  readonly plainSender: string;
  readonly place: string;
}) => (
  <PublicPage title="What would have been sent" service={{ name: 'One Door', home: '/' }} place={place} banner={demoBanner}>
    <Stack gap="l">
      <PageTitle
        title="What would have been sent"
        sentence="Nothing leaves a demo. This is each message as the phone, screen or envelope would show it, newest first."
      />
      {messages.length === 0 ? (
        <EmptyState>
          Nothing yet. Messages are written when somebody asks for help, a decision is made or an appointment is booked. Be somebody and try
          it.
        </EmptyState>
      ) : (
        messages.map((message) => (
          <Stack key={message.id} gap="s">
            <SectionTitle
              title={`${channels[message.channel] ?? message.channel} to ${message.toName || (message.audience === 'referrer' ? 'a referrer' : 'somebody')}`}
            />
            <p class="od-small">
              <LeftToRight>{message.toValue}</LeftToRight>. {saidDayAndTime(message.createdAt)}. {stateWords(message)}.
            </p>
            <LockScreenPreview
              title={seenOn[message.channel] ?? 'As they would see it'}
              sender={message.sender || (message.channel === 'text' ? plainSender : 'A neutral name')}
              text={message.subject ? `${message.subject}. ${message.body}` : message.body}
            />
          </Stack>
        ))
      )}
    </Stack>
  </PublicPage>
);
