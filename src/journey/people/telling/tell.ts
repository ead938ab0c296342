// Tells a person through the outbox: decides the safe way, writes the words and queues the message; or gives a worker the task.
import { atOnce } from '../../../platform/database/at-once.ts';
import { isLanguage, type Language, type Translated } from '../../../platform/language/languages.ts';
import { writeMessage } from '../../../platform/messages/write-message.ts';
import type { Written } from '../../../platform/tasks.ts';
import type { Context, Tables } from '../../../platform/web/context.ts';
import type { Facts, PersonPurpose } from '../model.ts';
import { contactPointsOf, namesOfServices, willContactUs } from '../store.ts';
import { type About, contactPreferenceOf } from '../store-unknowing.ts';
import { raiseTaskIn } from '../tasks.ts';
import { writeLetter } from './letter.ts';
import { inBothTongues, type Reader, writeInLanguage } from './own-language.ts';
import { personWordsOf } from './place-texts.ts';
import { isAskedFor, quietHoursFor } from './quiet-hours.ts';
import { decideContact, type SendingChannel, type Wording } from './safe-contact.ts';
import { toTellThem } from './texts.ts';
import { type ForPerson, greetingName, longestText, type Setting, type Written as WrittenWords, writeToPerson } from './wording.ts';

export interface Telling {
  readonly personId: string;
  readonly purpose: PersonPurpose;
  readonly facts: Facts;
  /** Who gets the task when no way is safe; null for whoever is responsible for the person. */
  readonly workerId: string | null;
  readonly teamId?: string | null;
  readonly subject: About & { readonly id: string };
  readonly notBefore?: Date;
  /** Id of the only way to reach them that will do, because they just gave it. */
  readonly only?: string;
  /** Others are known to have this number or address: plain words without a name, in this language, whatever the person said of it. */
  readonly toAnyone?: Language;
}
/** What is about to be told; `subject` without an id where it is still to be made. */
export type Previewing = Pick<Telling, 'personId' | 'purpose' | 'facts' | 'notBefore'> & { readonly subject: About };
export type Told = { readonly messageId: string } | { readonly taskId: string; readonly because: string };

/** The exact words as the phone or letter will show them, or why a worker must tell them instead. */
export type Preview =
  | {
      readonly kind: 'message';
      readonly channel: SendingChannel;
      readonly wording: Wording;
      /** Shown by the phone or mail program; '' stands for the plain number or address of the place. */
      readonly sender: string;
      readonly subject: string;
      readonly body: string;
      readonly notBefore: Date;
    }
  | { readonly kind: 'task'; readonly because: string };

type Prepared =
  | (Extract<Preview, { kind: 'message' }> & { readonly pointId: string; readonly toName: string; readonly toValue: string })
  | Extract<Preview, { kind: 'task' }>;

export const longestLetter = 4000;

/** By whom and when a message or task was written. */
export const writtenNow = (context: Context): Written => ({
  id: context.identify(),
  now: context.now,
  by: context.visitor?.accountId ?? null,
});

const namesIn = new WeakMap<Context, Promise<readonly string[]>>();

export const settingOf = async (context: Context, tables: Tables, longest: number): Promise<Setting> => ({
  place: context.place.name,
  names: await (namesIn.get(context) ?? namesOnce(context, tables)),
  publicUrl: context.place.publicUrl,
  longest,
});

/** Asked once for a request: several messages may follow from one decision. */
function namesOnce(context: Context, tables: Tables): Promise<readonly string[]> {
  const names = namesOfServices(tables);
  namesIn.set(context, names);
  return names;
}

async function prepare(context: Context, tables: Tables, telling: Previewing & Pick<Telling, 'only' | 'toAnyone'>): Promise<Prepared> {
  const told = tables
    .selectFrom('person')
    .select(['knownAs', 'givenName', 'familyName', 'diedOn', 'language'])
    .where('id', '=', telling.personId);
  const [person, points, preference] = await atOnce(tables, [
    () => told.executeTakeFirst(),
    () => contactPointsOf(tables, [telling.personId]),
    () => contactPreferenceOf(tables, telling.personId, telling.subject),
  ]);
  if (!person) return { kind: 'task', because: 'There is no such person.' };
  const decision = decideContact(points, preference, {
    now: telling.notBefore && telling.notBefore > context.now ? telling.notBefore : context.now,
    diedOn: person.diedOn,
    ...(telling.only === undefined ? {} : { only: telling.only }),
    quiet: quietHoursFor(context.place.blueprint, telling.purpose),
    askedFor: isAskedFor(telling.purpose),
  });
  if (decision.kind === 'ask') return { kind: 'task', because: decision.because };
  const { point } = decision;
  const toAnyone = telling.toAnyone !== undefined;
  const wording = toAnyone ? 'plain' : decision.wording;
  const channel = point.channel as SendingChannel; // decideContact chooses among these only
  const message = {
    purpose: telling.purpose,
    wording,
    mayLink: decision.mayLink && !toAnyone,
    name: toAnyone ? '' : greetingName(point.nameToUse, person.knownAs, person.givenName),
    facts: telling.facts,
  };
  const setting = await settingOf(context, tables, channel === 'text' ? longestText : longestLetter);
  const language = offered(context, telling.toAnyone ?? person.language);
  const written = (channel === 'post' ? letterFor : messageFor)(context, language, message, setting);
  if (!written) return { kind: 'task', because: 'There are no words for this that are safe where others could see them.' };
  return {
    kind: 'message',
    channel,
    wording,
    sender: wording === 'named' ? context.place.name : channel === 'text' ? context.place.blueprint.plainSender : '',
    subject: channel === 'email' ? written.subject : '',
    body: written.body,
    notBefore: decision.notBefore,
    pointId: point.id,
    toName: toAnyone ? '' : [point.nameToUse || person.knownAs || person.givenName, person.familyName].filter(Boolean).join(' '),
    toValue: point.value,
  };
}

/** The language they chose, where the place offers it and it is not English. */
const offered = (context: Context, chosen: string): Translated | null =>
  isLanguage(chosen) && chosen !== 'en' && context.place.blueprint.languages?.includes(chosen) ? chosen : null;

const writtenForThem = ({ wording, facts }: ForPerson): boolean => wording === 'named' && Boolean(facts.words || facts.question);

const readerOf = (context: Context, language: Translated): Reader => ({ language, approved: context.approved(language), now: context.now });

function messageFor(context: Context, language: Translated | null, message: ForPerson, setting: Setting): WrittenWords | null {
  const english = writeToPerson(message, setting, personWordsOf(context.place.blueprint, message.purpose));
  if (!english || !language) return english;
  return inBothTongues(english, writeInLanguage(message, setting, readerOf(context, language)), writtenForThem(message));
}

function letterFor(context: Context, language: Translated | null, message: ForPerson, setting: Setting): WrittenWords | null {
  const onPaper = { ...setting, number: context.place.blueprint.plainSender };
  const english = writeLetter(message, onPaper, { language: 'en', now: context.now });
  if (!english || !language) return english;
  return inBothTongues(english, writeLetter(message, onPaper, readerOf(context, language)), writtenForThem(message));
}

export const previewForPerson = (context: Context, telling: Previewing): Promise<Preview> =>
  context.asWorker('preview a message', async (tables) => {
    const prepared = await prepare(context, tables, telling);
    if (prepared.kind === 'task') return prepared;
    const { pointId: _point, toName: _name, toValue: _value, ...shown } = prepared;
    return shown;
  });

export const tellPerson = (context: Context, telling: Telling): Promise<Told> =>
  context.asWorker('tell a person', async (tables) => {
    const prepared = await prepare(context, tables, telling);
    if (prepared.kind === 'task') {
      if (telling.purpose === 'receipt' && (await willContactUs(tables, telling.personId)))
        return showOnTheirPage(context, tables, telling);
      const { taskId } = await raiseTaskIn(
        tables,
        {
          personId: telling.personId,
          kind: 'message.not_safe',
          words: `${toTellThem[telling.purpose]} ${prepared.because}`,
          leadsTo: leadsTo(telling),
          accountId: telling.workerId,
          teamId: telling.teamId ?? null,
        },
        writtenNow(context),
      );
      return { taskId, because: prepared.because };
    }
    return writeMessage(
      tables,
      {
        personId: telling.personId,
        audience: 'person',
        purpose: telling.purpose,
        channel: prepared.channel,
        contactPointId: prepared.pointId,
        toName: prepared.toName,
        toValue: prepared.toValue,
        sender: prepared.sender,
        subject: prepared.subject,
        body: prepared.body,
        notBefore: prepared.notBefore,
        workerId: telling.workerId,
        teamId: telling.teamId ?? null,
        aboutKind: telling.subject.kind,
        aboutId: telling.subject.id,
      },
      writtenNow(context),
    );
  });

/** They chose to contact us and know that we have it: the receipt waits on their page and nobody needs to do anything. */
async function showOnTheirPage(context: Context, tables: Tables, telling: Telling): Promise<Told> {
  const shown = writeToPerson(
    { purpose: telling.purpose, wording: 'named', mayLink: false, name: '', facts: telling.facts },
    await settingOf(context, tables, longestLetter),
    personWordsOf(context.place.blueprint, telling.purpose),
  );
  return writeMessage(
    tables,
    {
      personId: telling.personId,
      audience: 'person',
      purpose: telling.purpose,
      channel: 'page',
      sender: context.place.name,
      body: shown?.body ?? '',
      state: 'sent',
      sentAt: context.now,
      aboutKind: telling.subject.kind,
      aboutId: telling.subject.id,
    },
    writtenNow(context),
  );
}

/** Page of the record where the task is done. */
const leadsTo = ({ subject, personId }: Pick<Telling, 'subject' | 'personId'>): string =>
  subject.kind === 'referral' ? `/triage/${subject.id}` : `/people/${personId}`;
