// Checks each cell of a table by itself: can it be read, does it compare like with like, and can anyone meet it.
import { didYouMean } from '../closest.ts';
import { BrokenCell, type Literal } from './cell.ts';
import type { ReadTable } from './read-table.ts';
import type { Input } from './table.ts';
import type { TableFault } from './table-fault.ts';

export function cellFaults(read: ReadTable): TableFault[] {
  const names = read.table.inputs.map((input) => input.name);
  const unread = read.broken.map(
    ({ rule, input, at, message, fix }): TableFault => ({
      kind: names.includes(input) ? 'syntax' : 'unknown',
      rule,
      input,
      at,
      message,
      fix,
    }),
  );
  if (unread.length > 0) return unread;
  return read.rows.flatMap((row) =>
    read.table.inputs.flatMap((input, column) => {
      const cell = row.cells[column];
      const domain = read.domains('every')[column];
      if (!cell || cell.any || !domain) return [];
      const place = { rule: row.rule.id, input: input.name };
      const wrong = literalFaults(input, cell.literals).map((fault) => ({ ...place, ...fault }));
      if (wrong.length > 0) return wrong;
      try {
        const meets = domain.values.filter((value) => cell.test(value));
        return meets.length > 0
          ? []
          : [
              {
                ...place,
                kind: 'unreachable' as const,
                message: `Row “${row.rule.id}”: nothing can meet ${cell.text} under “${input.label}”.`,
                fix: 'Change the cell, or take the row out.',
              },
            ];
      } catch (error) {
        if (!(error instanceof BrokenCell)) throw error;
        return [
          {
            ...place,
            kind: 'syntax' as const,
            at: error.at,
            message: error.message,
            fix: error.fix,
          },
        ];
      }
    }),
  );
}

const WANTS: Record<Input['type'], readonly string[]> = {
  code: ['string'],
  codes: ['string', 'number'],
  number: ['number'],
  boolean: [],
  date: ['date'],
};

const EXAMPLE: Record<Input['type'], string> = {
  code: '"yes"',
  codes: 'list contains(?, "housing")',
  number: '>= 18',
  boolean: 'true',
  date: '>= date("2026-04-01")',
};

type LiteralFault = Pick<TableFault, 'kind' | 'at' | 'message' | 'fix'>;

function literalFaults(input: Input, literals: readonly Literal[]): LiteralFault[] {
  return literals.flatMap((literal): LiteralFault[] => {
    if (!WANTS[input.type].includes(literal.kind))
      return [
        {
          kind: 'type',
          at: literal.from,
          message: `“${input.label}” cannot be compared with ${JSON.stringify(literal.value)}.`,
          fix: `Write something like ${EXAMPLE[input.type]}.`,
        },
      ];
    const codes = input.values?.map((value) => value.code);
    if (literal.kind === 'string' && codes && !codes.includes(literal.value))
      return [
        {
          kind: 'unknown' as const,
          at: literal.from,
          message: `“${literal.value}” is not an answer to “${input.label}”.`,
          fix: didYouMean(literal.value, codes),
        },
      ];
    return [];
  });
}
