// What other services share with the visitor’s teams under agreements: by the rows of access alone, newest first. Reads only.
import { sql } from 'kysely';
import type { LocalDate } from '../../platform/clock.ts';
import type { SignedIn } from '../../platform/web/context.ts';

export interface SharedWithUs {
  readonly accessId: string;
  readonly personId: string;
  /** '' where their name is not shared. */
  readonly name: string;
  readonly team: string;
  readonly agreement: string;
  readonly purpose: string;
  /** Categories that the person chose to share. */
  readonly byChoice: readonly string[];
  /** Categories that are shared on a recorded ground instead, and the grounds: codes of the list lawfulBasis. */
  readonly onGround: readonly string[];
  readonly grounds: readonly string[];
  readonly since: Date;
  readonly until: LocalDate | null;
}

export interface Seen {
  readonly at: Date;
  readonly id: string;
}

/** Up to `most`, after the row that was seen last; `next` where there are more. Names are those that the visitor may read. Touches everybody named in it. */
export async function sharedWithUs(
  context: SignedIn,
  seen: Seen | null,
  most = 25,
): Promise<{ readonly rows: readonly SharedWithUs[]; readonly next: Seen | null }> {
  const { rows } = await sql<SharedWithUs>`
    select s.access_id, s.person_id, trim(concat_ws(' ', coalesce(nullif(p.known_as, ''), p.given_name), p.family_name)) as name, s.team, s.agreement, s.purpose,
      s.by_choice, s.on_ground, s.grounds, s.since, s.until
    from shared_with_me(${seen?.at ?? null}, ${seen?.id ?? null}, ${most + 1}) s left join person p on p.id = s.person_id
    order by s.since desc, s.access_id desc`.execute(context.tables);
  const shown = rows.slice(0, most);
  context.touch(...shown.map(({ personId }) => personId));
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > most && last ? { at: last.since, id: last.accessId } : null };
}
