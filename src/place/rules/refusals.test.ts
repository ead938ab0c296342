// Every fact of every shipped place by which nobody may be turned away, tried as a reason to turn somebody away: by the form, and by a DMN file that
// says the fact is about something else.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ServiceRules } from '../../platform/blueprint/blueprint.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import { readDmn, writeDmn } from '../../platform/decisions/dmn.ts';
import { grounds, type Input, type Rule } from '../../platform/decisions/table.ts';
import { readPlace } from '../setting-up/read-place.ts';
import { factsOf, faultsOf, type RuleSetting, settled } from './checking.ts';
import { withRow } from './editing.ts';
import type { RuleContent } from './model.ts';

const blueprints = ['somerset-open-door', 'chorley-hub', 'progression-together', 'together-wellbeing-pathway'];

const anyCell = ({ type, values, lowest = 0 }: Input): string => {
  switch (type) {
    case 'number':
      return `>= ${lowest}`;
    case 'boolean':
      return 'true';
    case 'date':
      return '>= date("2020-01-01")';
    case 'codes':
      return `list contains(?, "${values?.[0]?.code}")`;
    case 'code':
      return `"${values?.[0]?.code}"`;
  }
};

const settingOf = (place: Place, rules: ServiceRules): RuleSetting => ({
  place,
  blueprint: rules.blueprint,
  purpose: rules.purpose,
  responseScale: rules.responseScale,
});

/** A row that sends somebody elsewhere by this fact, in other respects as good as any. */
function awayBy(place: Place, rules: ServiceRules, input: Input): Rule {
  const team = place.teams.find(({ services }) => services.length > 0);
  return {
    id: 'away',
    sentence: 'Another team helps these people.',
    cells: { [input.name]: anyCell(input) },
    outputs: { result: 'another-offer', offer: team?.services[0] ?? rules.service, team: team?.code ?? '' },
    reason: 'Another team helps.',
    reasonCode: 'ANOTHER_TEAM',
    changes: 'Tell us more.',
  };
}

describe('rows that turn people away', () => {
  const attempts = blueprints.flatMap((name) => {
    const { place } = readPlace([name]);
    return place.rules
      .filter(({ purpose }) => purpose === 'eligibility')
      .flatMap((rules) => factsOf(settingOf(place, rules)).map((input) => ({ place, rules, input })));
  });
  const refused = attempts.filter(({ input }) => input.about !== undefined && input.about !== 'whom_it_is_for');

  test('MOS-2, S5.4: what each shipped place asks covers severity, complexity, diagnosis, missed visits, housing, motivation and setting', () => {
    const tried = new Set(refused.map(({ input }) => input.about));
    for (const ground of ['severity', 'complexity', 'diagnosis', 'missed_visits', 'housing', 'motivation', 'setting'] as const)
      assert.ok(grounds.includes(ground) && tried.has(ground), ground);
    assert.ok(refused.length > 40, `${refused.length} attempts`);
  });

  test('MOS-2, S5.4: none of these facts sends anybody elsewhere by the form, wherever the row stands', () => {
    for (const { place, rules, input } of refused) {
      const setting = settingOf(place, rules);
      const content: RuleContent = settled(rules.table, setting);
      const row = awayBy(place, rules, input);
      for (const written of [withRow(content, row), { ...content, rules: [row, ...content.rules] }]) {
        const found = faultsOf(written, setting).filter(({ kind, rule }) => kind === 'exclusion' && rule === 'away');
        assert.equal(found.length, 1, `${rules.code} by ${input.name}`);
        assert.match(found[0]?.message ?? '', /No one may be turned away for that \(S5\.4\)/);
      }
    }
  });

  test('MOS-2: nor by a DMN file, whatever the file says the fact is about, what it is called or how the cell is put', async () => {
    for (const { place, rules, input } of refused.filter((_, at) => at % 3 === 0)) {
      const setting = settingOf(place, rules);
      const innocent: Input = { ...input, label: 'Has a dog', category: 'contact', about: 'whom_it_is_for' };
      for (const cell of [anyCell(input), `not(null), ${anyCell(input)}`]) {
        const row = { ...awayBy(place, rules, input), cells: { [input.name]: cell } };
        const read = await readDmn(
          await writeDmn({
            ...rules.table,
            inputs: [...rules.table.inputs.filter(({ name }) => name !== input.name), innocent],
            rules: [row, ...rules.table.rules],
          }),
        );
        if (!read.ok) assert.fail(`${rules.code} by ${input.name}: ${read.problem.detail}`);
        const found = faultsOf({ ...settled(rules.table, setting), rules: read.value.rules }, setting);
        assert.ok(
          found.some(({ kind, rule }) => kind === 'exclusion' && rule === 'away'),
          `${rules.code} by ${input.name}: ${JSON.stringify(found)}`,
        );
      }
    }
  });
});
