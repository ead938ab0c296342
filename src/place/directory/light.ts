// Whether a service has room at this moment, as its own people say it: free, nearly full or full, and “ask first” once nobody has said so for a while. Pure.
import type { Service } from '../../platform/blueprint/blueprint.ts';

export const lights = ['free', 'nearly_full', 'full'] as const;
export type SaidLight = (typeof lights)[number];

/** What was said last of one unit. */
export interface LightSaid {
  readonly light: SaidLight;
  readonly at: Date;
}

export interface StandingLight {
  readonly unit: string;
  readonly state: SaidLight | 'ask first';
  /** When it was last said; null where it never was. */
  readonly at: Date | null;
}

/** The unit that a service’s people say a light for, if its blueprint asks for one. */
export const litUnit = (service: Pick<Service, 'capacity'>): { readonly unit: string; readonly hours: number } | null => {
  const lit = service.capacity.find(({ lightHolds }) => lightHolds !== undefined);
  return lit?.lightHolds === undefined ? null : { unit: lit.unit, hours: lit.lightHolds };
};

/** What stands now: what was said holds for `hours`, and no longer. */
export function standingLight(
  { unit, hours }: { readonly unit: string; readonly hours: number },
  said: LightSaid | null,
  now: Date,
): StandingLight {
  const holds = said !== null && now.getTime() - said.at.getTime() < hours * 3_600_000;
  return { unit, state: holds ? said.light : 'ask first', at: said?.at ?? null };
}
