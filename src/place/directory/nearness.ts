// How far away a place is. We ship no list of where postcodes lie: a distance is told only between places whose position the directory itself holds.
import { type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';

export interface Origin {
  readonly latitude: number;
  readonly longitude: number;
  /** What is known: a place with this very postcode, or the middle of the places in its district ('TA6'). */
  readonly by: 'postcode' | 'district';
  readonly district: string;
}

const whole = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})$/;
const part = /^[A-Z]{1,2}\d[A-Z\d]?$/;

/** 'ta64pq' → { district: 'TA6', postcode: 'TA6 4PQ' }; a district alone has no postcode. Undefined for what is neither. */
export function readPostcode(typed: string): { readonly district: string; readonly postcode?: string } | undefined {
  const text = typed.trim().toUpperCase().replaceAll(/\s+/g, ' ');
  const found = whole.exec(text);
  if (found) return { district: found[1] ?? '', postcode: `${found[1]} ${found[2]}` };
  return part.test(text) ? { district: text } : undefined;
}

/** Null where no place of the directory tells where it lies. */
export async function originOf(tables: Tables, typed: string): Promise<Origin | null> {
  const asked = readPostcode(typed);
  if (!asked) return null;
  const { district, postcode } = asked;
  const middle = async (code: string, by: Origin['by']): Promise<Origin | null> => {
    const { rows } = await sql<{ latitude: number | null; longitude: number | null }>`
      select avg(l.latitude) as latitude, avg(l.longitude) as longitude from directory_location l
      where l.latitude is not null and l.longitude is not null and exists (select from jsonb_array_elements(l.addresses) a
        where ${by === 'postcode' ? sql`upper(a->>'postcode') = ${code}` : sql`split_part(upper(a->>'postcode'), ' ', 1) = ${code}`})`.execute(
      tables,
    );
    const [row] = rows;
    return row?.latitude != null && row.longitude != null
      ? { latitude: Number(row.latitude), longitude: Number(row.longitude), by, district }
      : null;
  };
  return (postcode ? await middle(postcode, 'postcode') : null) ?? (await middle(district, 'district'));
}

const earth = 6_371_000;

/** Metres between two positions, over the surface. */
export function metresBetween(one: Pick<Origin, 'latitude' | 'longitude'>, other: Pick<Origin, 'latitude' | 'longitude'>): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2;
  const east = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  const part = north + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * east;
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(part)));
}

/** The same in SQL, from an origin to a row of directory_location named `l`. */
export const metresTo = ({ latitude, longitude }: Pick<Origin, 'latitude' | 'longitude'>): RawBuilder<number> => sql<number>`
  (2 * ${sql.lit(earth)}::float8 * asin(least(1, sqrt(power(sin(radians(l.latitude - ${latitude}::float8) / 2), 2)
    + cos(radians(${latitude}::float8)) * cos(radians(l.latitude)) * power(sin(radians(l.longitude - ${longitude}::float8) / 2), 2)))))`;
