/** Whole pages made of the components, with invented people: what the design looks like in use. */
import type { VNode } from 'preact';
import { matching } from './pages/matching.tsx';
import { fault, firstRun, list } from './pages/others.tsx';
import { record } from './pages/record.tsx';
import { report } from './pages/report.tsx';
import { arabic, contact, done, safety, start } from './pages/self-referral.tsx';
import { triage } from './pages/triage.tsx';

export interface ExamplePage {
  readonly name: string;
  readonly bundle: 'staff' | 'person';
  readonly page: VNode;
}

export const examplePages: readonly ExamplePage[] = [
  { name: 'triage', bundle: 'staff', page: triage },
  { name: 'matching', bundle: 'staff', page: matching },
  { name: 'record', bundle: 'staff', page: record },
  { name: 'report', bundle: 'staff', page: report },
  { name: 'list', bundle: 'staff', page: list },
  { name: 'first-run', bundle: 'staff', page: firstRun },
  { name: 'fault', bundle: 'staff', page: fault },
  { name: 'start', bundle: 'person', page: start },
  { name: 'safety', bundle: 'person', page: safety },
  { name: 'contact', bundle: 'person', page: contact },
  { name: 'contact-arabic', bundle: 'person', page: arabic },
  { name: 'done', bundle: 'person', page: done },
];
