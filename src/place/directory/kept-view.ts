// What colleagues see beside an entry: how much room it has, who keeps it, and what was changed here beside what its publisher says.

import { byCode } from '../../platform/blueprint/blueprint.ts';
import { saidDate, saidDayAndTime } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { capacityWords, lightOf } from './capacity.ts';
import { capacityOf } from './counting.ts';
import { editableWords } from './editing.ts';
import { editsOf, entryValues } from './edits.ts';
import { keepersOf, mayKeep, teamsGiving } from './keepers.ts';
import { partSaid } from './keeping-entry.ts';
import { litUnit } from './light.ts';
import type { KeptView } from './pages/staff-entry.tsx';

export async function keptView(context: SignedIn, id: string): Promise<KeptView> {
  const entry = await entryValues(context.tables, id);
  if (!entry) return { room: [], mayKeep: false, keepers: [], edits: [] };
  const keepers = await context.asWorker('read who keeps an entry', (tables) => keepersOf(tables, id));
  const service = entry.own ? byCode(context.place.blueprint.services, entry.sourceKey) : undefined;
  const lit = service && litUnit(service)?.unit;
  // What a light says is not said a second time as not known.
  const room = service ? (await capacityOf(context, service.code)).filter((one) => one.kind !== 'not told' || one.unit !== lit) : [];
  const edits = await editsOf(context.tables, id);
  return {
    room: room.map((one) => ({
      light: lightOf(one),
      words: capacityWords(one),
      told: one.kind === 'told' ? `${one.stale ? 'Told last on' : 'Told on'} ${saidDayAndTime(one.at)}` : null,
    })),
    mayKeep: mayKeep(context.visitor, context.place, entry, keepers),
    keepers: [
      ...teamsGiving(context.place, entry).map(({ name }) => ({ id: null, words: name })),
      ...keepers.map((keeper) => ({ id: keeper.id, words: [keeper.name, keeper.email].filter(Boolean).join(', ') })),
    ],
    edits: edits.map((edit) => ({
      field: edit.field,
      words: editableWords[edit.field],
      by: `Changed by ${edit.editedByName} on ${saidDate(edit.editedAt)}`,
      ours: partSaid(edit.field, edit.ours),
      theirs: partSaid(edit.field, edit.theirsNow ? edit.theirsNow[0] : edit.theirs),
      toChoose: edit.theirsNow !== null,
    })),
  };
}
