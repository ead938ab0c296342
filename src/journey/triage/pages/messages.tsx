/** What the person’s phone and the referrer’s mail will show, before anything is sent. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { LockScreenPreview } from '../../../design/components/lock-screen-preview.tsx';
import type { Messages, ShownMessage } from '../messages.ts';

const Shown = ({ message, title, whom }: { readonly message: ShownMessage; readonly title: string; readonly whom: string }) =>
  'text' in message ? (
    <LockScreenPreview title={message.byPost ? `The letter to ${whom}` : title} sender={message.sender} text={message.text} />
  ) : (
    <AlertBlock kind="information" title={`No message is sent to ${whom}`}>
      {message.because} You get a task to tell them another way.
    </AlertBlock>
  );

export const BothMessages = ({ messages, firstName }: { readonly messages: Messages; readonly firstName: string }) => (
  <Stack gap="s">
    <Shown message={messages.person} title={`What ${firstName}’s phone shows`} whom={firstName} />
    {messages.referrer ? (
      <Shown message={messages.referrer} title={`What whoever referred ${firstName} reads`} whom="whoever referred them" />
    ) : null}
  </Stack>
);
