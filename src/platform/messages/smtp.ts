// Sends e-mail by a mail server. Every answer a server can give becomes an outcome: sent, later or never.
import nodemailer from 'nodemailer';
import type { Outcome, OutgoingMessage, Transport } from './message.ts';

export interface SmtpOptions {
  /** Such as smtps://name:password@mail.example.org */
  readonly url: string;
  /** The address that e-mail comes from; the message gives the name beside it. */
  readonly from: string;
  /** Milliseconds without an answer before a try is given up. Default 20,000. */
  readonly patience?: number;
}

/** One address and nothing else: no list, no name, no line break that could begin another header. */
const oneAddress = /^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\]+$/;

/** The message's own id is its Message-ID, so a message that had to be sent twice is shown once by mail programs, and can be traced. */
export const messageIdOf = (message: Pick<OutgoingMessage, 'id'>, from: string): string => `<${message.id}@${from.split('@')[1]}>`;

export function smtpTransport({ url, from, patience = 20_000 }: SmtpOptions): Transport {
  const mailer = nodemailer.createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    // What a message says is text only: it can never name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      if (!oneAddress.test(message.toValue)) return { kind: 'never', because: 'The e-mail address is not complete.' };
      try {
        await mailer.sendMail({
          messageId: messageIdOf(message, from),
          from: { name: oneLine(message.sender), address: from },
          to: { name: oneLine(message.toName), address: message.toValue },
          envelope: { from, to: [message.toValue] },
          subject: oneLine(message.subject),
          text: message.body,
          xMailer: false,
          // Asks other machines not to answer: an absence notice could be read by someone else.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** The server's own words can quote the address, so only its number is kept. */
function outcomeOf(error: unknown): Outcome {
  const { code, responseCode } = error instanceof Error ? (error as Error & { code?: unknown; responseCode?: unknown }) : {}; // as nodemailer documents them
  if (code === 'EAUTH') return { kind: 'later', because: 'The mail server did not accept our name and password.' };
  if (typeof responseCode === 'number' && responseCode >= 500)
    return { kind: 'never', because: `The mail server refused it (${responseCode}).` };
  if (typeof responseCode === 'number') return { kind: 'later', because: `The mail server asked us to try later (${responseCode}).` };
  if (code === 'ETIMEDOUT') return { kind: 'later', because: 'The mail server did not answer in time.' };
  return { kind: 'later', because: 'The mail server could not be reached, or the connection broke.' };
}
