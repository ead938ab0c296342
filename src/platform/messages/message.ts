// A message on its way out, and the ways of sending one. Whether it may go is decided before (outbox.ts); when and how often, after (sending.ts).

export type Channel = 'text' | 'email' | 'post' | 'phone' | 'page';

/** A row of the outbox as it is sent. */
export interface OutgoingMessage {
  readonly id: string;
  readonly personId: string | null;
  readonly audience: 'person' | 'referrer' | 'staff';
  readonly purpose: string;
  readonly channel: Channel;
  readonly contactPointId: string | null;
  readonly toName: string;
  /** The address or number. */
  readonly toValue: string;
  /** The name it comes from, as the lock screen shows it. */
  readonly sender: string;
  readonly subject: string;
  readonly body: string;
  /** Who gets the task when it may not go or could not be sent; else the team. */
  readonly workerId: string | null;
  readonly teamId: string | null;
  /** What it is about, such as a referral. */
  readonly aboutKind: string;
  readonly aboutId: string | null;
  /** Tries begun, this one counted. */
  readonly attempts: number;
}

/** The columns of a message as it is sent. */
export const messageColumns = [
  'id',
  'personId',
  'audience',
  'purpose',
  'channel',
  'contactPointId',
  'toName',
  'toValue',
  'sender',
  'subject',
  'body',
  'workerId',
  'teamId',
  'aboutKind',
  'aboutId',
  'attempts',
] as const satisfies readonly (keyof OutgoingMessage)[];

/** What became of one try. `because` is for staff: plain words, nothing of the person. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** The demo's sent. */
  | { readonly kind: 'would have gone' }
  /** Someone sends it by hand: prints the letter, makes the call. */
  | { readonly kind: 'by hand' }
  /** Worth another try. */
  | { readonly kind: 'later'; readonly because: string }
  /** No other try can help. */
  | { readonly kind: 'never'; readonly because: string };

export interface Transport {
  /** Never throws for what a mail server or a network does: that is an outcome. */
  send(message: OutgoingMessage): Promise<Outcome>;
}

export type Transports = Readonly<Record<Channel, Transport>>;

const always = (outcome: Outcome): Transport => ({ send: async () => outcome });

/** Nothing leaves the demo. */
export const demoTransport: Transport = always({ kind: 'would have gone' });

/** Letters, calls, and texts as long as no text service is connected: they wait for a person in the outbox, which prints them. */
export const byHand: Transport = always({ kind: 'by hand' });

/** Shown on the person's own page: writing the row was sending it. */
const onThePage: Transport = always({ kind: 'sent' });

export const demoTransports: Transports = {
  text: demoTransport,
  email: demoTransport,
  post: demoTransport,
  phone: demoTransport,
  page: onThePage,
};

/** E-mail by the given transport, or by hand when there is no mail server. */
export const productionTransports = (email: Transport = byHand): Transports => ({
  text: byHand,
  email,
  post: byHand,
  phone: byHand,
  page: onThePage,
});
