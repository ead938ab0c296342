// Takes a message bundle apart: every resource by its type, checked once, and found again by the references of others. Says everything that is wrong at once.
import type { z } from 'zod';
import type { Issue } from './model.ts';
import { bundle, type Reference, type Resource, type ResourceType, resources } from './resources.ts';

export interface Found<Type extends ResourceType> {
  readonly value: Resource<Type>;
  /** Where it stands: 'Bundle.entry[2].resource'. */
  readonly at: string;
}

export interface OpenBundle {
  /** 'system|value' */
  readonly identifier: string;
  all<Type extends ResourceType>(type: Type): readonly Found<Type>[];
  /** What a reference points at within the bundle, when it is of this type. */
  follow<Type extends ResourceType>(type: Type, reference: Reference | undefined): Found<Type> | undefined;
}

export type Opened = { readonly ok: true; readonly bundle: OpenBundle } | { readonly ok: false; readonly issues: readonly Issue[] };

const mostIssues = 50;
const isKnown = (type: string): type is ResourceType => Object.hasOwn(resources, type);

/** 'entry', 2, 'resource' → 'Bundle.entry[2].resource' */
const expressionOf = (from: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>((before, step) => (typeof step === 'number' ? `${before}[${step}]` : `${before}.${String(step)}`), from);

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function issueOf(issue: z.core.$ZodIssue, from: string): Issue {
  const expression = expressionOf(from, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'required', text: `${expression} is missing.`, expression }
        : { code: 'structure', text: `${expression} must be ${kinds[issue.expected] ?? issue.expected}.`, expression };
    case 'too_small':
      return { code: 'required', text: `${expression} is empty.`, expression };
    case 'too_big':
      return issue.maximum === 0
        ? { code: 'not-supported', text: `${expression} ${issue.message}.`, expression }
        : { code: 'too-long', text: `${expression} is too long: at most ${String(issue.maximum)}.`, expression };
    case 'invalid_value':
      return issue.input === undefined
        ? { code: 'required', text: `${expression} is missing.`, expression }
        : { code: 'value', text: `${expression} must be one of: ${issue.values.map(String).join(', ')}.`, expression };
    case 'invalid_format':
    case 'custom':
      return { code: 'value', text: `${expression} ${issue.message}.`, expression };
    default:
      return { code: 'invalid', text: `${expression} is not right.`, expression };
  }
}

/** `document` is parsed JSON of unknown shape. */
export function openBundle(document: unknown): Opened {
  const envelope = bundle.safeParse(document, { reportInput: true });
  if (!envelope.success) return { ok: false, issues: envelope.error.issues.slice(0, mostIssues).map((issue) => issueOf(issue, 'Bundle')) };
  const { identifier, entry } = envelope.data;
  const issues: Issue[] = [];
  const byType = new Map<ResourceType, Found<ResourceType>[]>();
  const byAddress = new Map<string, { readonly type: ResourceType; readonly found: Found<ResourceType> }>();
  const addresses = new Set<string>();
  entry.forEach(({ fullUrl, resource }, index) => {
    const at = `Bundle.entry[${index}].resource`;
    const { resourceType: type } = resource;
    const own = [fullUrl, resource.id && `${type}/${resource.id}`].filter((one): one is string => one !== undefined && one !== '');
    for (const address of own) {
      if (addresses.has(address))
        issues.push({ code: 'duplicate', text: `${at} has the same address as an earlier entry.`, expression: at });
      addresses.add(address);
    }
    if (!isKnown(type)) return;
    const read = resources[type].safeParse(resource, { reportInput: true });
    if (!read.success) {
      issues.push(...read.error.issues.map((issue) => issueOf(issue, at)));
      return;
    }
    const found: Found<ResourceType> = { value: read.data, at };
    byType.set(type, [...(byType.get(type) ?? []), found]);
    for (const address of own) byAddress.set(address, { type, found });
  });
  if (issues.length > 0) return { ok: false, issues: issues.slice(0, mostIssues) };
  return {
    ok: true,
    bundle: {
      identifier: `${identifier.system ?? ''}|${identifier.value}`,
      all<Type extends ResourceType>(type: Type) {
        return (byType.get(type) ?? []) as readonly Found<Type>[]; // each was read by the schema of its own type
      },
      follow<Type extends ResourceType>(type: Type, reference: Reference | undefined) {
        const there = byAddress.get(reference?.reference ?? '');
        return there?.type === type ? (there.found as Found<Type>) : undefined; // the same
      },
    },
  };
}
