// A real mail server for tests: it keeps what arrives, read as a mail program would read it, and fails in the ways that mail servers fail.
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly email: Email;
  /** The message as it came over the wire. */
  readonly raw: string;
}

/** What the server does with the next message. */
export type Behaviour =
  | { readonly kind: 'accept' }
  /** Answers the recipient with this code and words: 4xx for "later", 5xx for "never". */
  | { readonly kind: 'answer'; readonly code: number; readonly words: string }
  /** Takes the whole message, keeps it, and breaks the connection before saying so. */
  | { readonly kind: 'vanish after taking' }
  /** Breaks the connection as soon as the recipient is named. */
  | { readonly kind: 'vanish before taking' }
  /** Never answers the recipient. */
  | { readonly kind: 'silence' };

export interface MailServer {
  /** Such as smtp://127.0.0.1:41234 */
  readonly url: string;
  readonly inbox: readonly Arrived[];
  /** One behaviour for each coming message, in order; after them, `accept`. */
  next(...behaviours: Behaviour[]): void;
  /** How many times a message was begun, whatever became of it. */
  readonly tries: number;
  close(): Promise<void>;
}

const accept: Behaviour = { kind: 'accept' };

class Refusal extends Error {
  readonly responseCode: number;
  constructor(code: number, words: string) {
    super(words);
    this.responseCode = code;
  }
}

export async function startMailServer(): Promise<MailServer> {
  const inbox: Arrived[] = [];
  const coming: Behaviour[] = [];
  const behaviours = new Map<string, Behaviour>();
  let tries = 0;

  const vanish = (session: SMTPServerSession): void => {
    // The library keeps its sockets to itself; a broken line can only be made from what it holds.
    const connections = (server as unknown as { connections: Set<{ session: SMTPServerSession; _socket: { destroy(): void } }> })
      .connections;
    for (const connection of connections) if (connection.session === session) connection._socket.destroy();
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onMailFrom(_address, session, callback) {
      tries++;
      behaviours.set(session.id, coming.shift() ?? accept);
      callback();
    },
    onRcptTo(_address, session, callback) {
      const behaviour = behaviours.get(session.id) ?? accept;
      if (behaviour.kind === 'answer') callback(new Refusal(behaviour.code, behaviour.words));
      else if (behaviour.kind === 'vanish before taking') vanish(session);
      else if (behaviour.kind !== 'silence') callback();
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        PostalMime.parse(raw).then(
          (email) => {
            inbox.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), email, raw });
            if (behaviours.get(session.id)?.kind === 'vanish after taking') vanish(session);
            else callback();
          },
          (error: Error) => callback(error),
        );
      });
    },
  });
  // A broken line is what some tests ask for.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // listen() on a port answers with an address, never with a pipe's name.
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    inbox,
    next: (...behaviours) => void coming.push(...behaviours),
    get tries() {
      return tries;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
