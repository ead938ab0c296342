// From what is wrong to what a person reads: one fault a field, in the words the schema gave, never a library's own; and the errors a page shows of them.
import type { z } from 'zod';
import type { Fault, Problem } from '../problem.ts';

const plain = /^[A-Z].*[.!?]$/s;

function words(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'This form sent something this page does not know. Load the page again.';
  if (plain.test(issue.message)) return issue.message;
  return 'Check this answer.';
}

/** All faults at once, the first for each field. Schemas give their messages as whole sentences. */
export function faultsOf(error: z.ZodError): Fault[] {
  const faults = new Map<string, Fault>();
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.');
    if (!faults.has(field)) faults.set(field, { field, message: words(issue) });
  }
  return [...faults.values()];
}

/** Faults of an address that a program asked: what is not known there is named, each by itself. */
export const faultsOfAddress = (error: z.ZodError): Fault[] => [
  ...error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((field) => ({ field, message: 'This is not known here. Leave it out.' })) : [],
  ),
  ...faultsOf(error).filter(({ field }) => field !== ''),
];

/** An error as pages take it; `field` is the id of the control it belongs to, '' where it belongs to the whole page. */
interface ShownError {
  readonly text: string;
  readonly field: string;
}

/** Faults as pages show them. */
export const asErrors = (faults: readonly Fault[] = []): ShownError[] => faults.map(({ field, message }) => ({ text: message, field }));

/** A problem as pages show it: its faults, or where it names none what happened and what to do. `field` is where what names no field belongs. */
export const errorsOf = ({ title, detail, faults = [] }: Problem, field = ''): ShownError[] =>
  faults.length > 0
    ? asErrors(faults).map((error) => ({ ...error, field: error.field || field }))
    : [{ text: `${title}. ${detail}`, field }];
