// From what a schema says is wrong to what a person reads: one fault a field, in the words the schema gave, never a library's own.
import type { z } from 'zod';
import type { Fault } from '../problem.ts';

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
