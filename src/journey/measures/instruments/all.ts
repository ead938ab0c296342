// Every instrument the product knows the facts of. An organisation uses one after it attests a licence and imports the wording.
import type { InstrumentDefinition } from '../definition.ts';
import { core10 } from './core-10.ts';
import { coreOm } from './core-om.ts';
import { ascot, ons4, ucla3 } from './everyday-life.ts';
import { dialog, goals, reqol10 } from './recovery.ts';
import { gad7, phq9 } from './talking-therapies.ts';
import { swemwbs, wemwbs } from './wellbeing.ts';

export const instruments: readonly InstrumentDefinition[] = [
  core10,
  coreOm,
  phq9,
  gad7,
  reqol10,
  dialog,
  goals,
  wemwbs,
  swemwbs,
  ons4,
  ucla3,
  ascot,
];

export const instrumentById: ReadonlyMap<string, InstrumentDefinition> = new Map(
  instruments.map((definition) => [definition.id, definition]),
);
