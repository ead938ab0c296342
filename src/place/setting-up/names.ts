// Which blueprints a place has, in the order in which setup named them: the first holds where two differ.
import type pg from 'pg';

/** Empty before setup. Blueprints that an earlier setup brought and the last did not name come after, because their people are still there. */
export async function namesOfPlace(owner: Pick<pg.Pool, 'query'>): Promise<readonly string[]> {
  const { rows } = await owner.query<{ named: string[] | null; loaded: string[] }>(`
    select (select array(select jsonb_array_elements_text(p.settings -> 'blueprints')) from place p) as named,
      array(select distinct name from blueprint_version order by name) as loaded`);
  const { named, loaded = [] } = rows[0] ?? {};
  return [...new Set([...(named ?? []), ...loaded])];
}
