// The frame of a record, which every room that has a page in it puts over its pages, and the access role in which a visitor works for a team.
import { sql } from 'kysely';
import { atOnce } from '../../platform/database/at-once.ts';
import { saidTime } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { initialsOf } from '../../platform/web/shell.ts';
import { categories, type DataCategory } from '../../trust/access/model.ts';
import { openingNow } from '../../trust/emergency/actions.ts';
import { lengthInWords } from '../../trust/emergency/model.ts';
import { restrictionOf } from '../../trust/restricted/actions.ts';
import { identityOf } from '../people/actions.ts';
import { type Reach, type RecordFrame, type RecordPart, spacedNhsNumber } from './model.ts';

/** What the visitor may read and write of a person; own items count as theirs. */
export async function reachOf({ tables, visitor }: SignedIn, personId: string): Promise<Reach> {
  const { rows } = await sql<{ category: DataCategory; reads: boolean; writes: boolean; beyond: boolean }>`
    select category, may_read(${personId}, category, ${visitor.accountId}, (select my_standing())) as reads,
      may_write(${personId}, category, ${visitor.accountId}, (select my_standing())) as writes,
      category = 'contact' and may_read_beyond_agreements(${personId}, category, null, (select my_standing())) as beyond
    from unnest(${[...categories]}::text[]) category`.execute(tables);
  const howItGoes = rows.some((row) => row.beyond);
  return {
    read: new Set(rows.filter((row) => row.reads).map((row) => row.category)),
    // Whoever referred may add to what they sent, elsewhere; in the record another agency writes nothing.
    write: new Set(rows.filter((row) => howItGoes && row.writes).map((row) => row.category)),
    howItGoes,
  };
}

/** Null when there is nobody, or nobody the visitor may know of. Touches the person. */
export async function recordOf(context: SignedIn, personId: string, part: RecordPart | null): Promise<RecordFrame | null> {
  const [who, reach, notice] = await atOnce(context.tables, [
    () => identityOf(context, personId),
    () => reachOf(context, personId),
    () => noticeOf(context, personId),
  ]);
  if (!who) return null;
  const at = `/people/${personId}`;
  const parts: readonly [RecordPart, string, boolean][] = [
    ['Overview', at, true],
    ['Plan', `${at}/plan`, reach.read.has('story')],
    ['Contacts', `${at}/contacts`, reach.howItGoes],
    ['Measures', `${at}/measures`, reach.read.has('measures')],
    ['Sharing', `${at}/sharing`, true],
  ];
  const facts = [
    { term: 'Born', value: who.bornInWords ?? '' },
    { term: 'Pronouns', value: who.pronouns ?? '' },
    { term: 'NHS number', value: who.nhsNumber ? spacedNhsNumber(who.nhsNumber) : '' },
    { term: 'Lives', value: who.home ?? '' },
    { term: 'Interpreter', value: who.interpreter ? languageName(who.interpreter) : '' },
    { term: 'Key worker', value: who.keyWorker?.name ?? '' },
  ].filter(({ value }) => value !== '');
  return {
    who,
    reach,
    name: who.name,
    initials: initialsOf(who.name),
    facts,
    ...(notice ? { notice } : {}),
    safeContact: who.safeContact ?? { state: 'never asked', rule: '', reason: '' },
    tabs: parts.filter(([, , open]) => open).map(([text, href]) => ({ text, href, current: text === part })),
  };
}

/** That it was opened in an emergency, how long it stays so, and the way to end it; or that only a few may see it. */
async function noticeOf(context: SignedIn, personId: string): Promise<RecordFrame['notice']> {
  const [opening, restriction] = await atOnce(context.tables, [
    () => openingNow(context, personId),
    () => restrictionOf(context, personId),
  ]);
  if (!opening)
    return restriction
      ? { tone: 'plain', text: 'This record is restricted. Only colleagues who are named see it, or who say why.' }
      : undefined;
  const after = opening.until.getTime() - context.now.getTime();
  const left = lengthInWords(after);
  return {
    text: `You opened this record in an emergency. It closes at ${saidTime(opening.until)}.`,
    tone: 'danger',
    closes: { after, left: `${left.charAt(0).toUpperCase()}${left.slice(1)} left.` },
    action: { text: 'End it now', href: `/emergency/openings/${opening.id}/end` },
  };
}

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

/** 'Somali' for 'so'; as it was written where it is no language tag. */
export function languageName(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
