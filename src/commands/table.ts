// Every command of `onedoor`, in the order in which --help lists them. Adding one is one line and one file.
import type { Command } from './command.ts';

export interface Entry {
  readonly summary: string;
  load(): Promise<{ readonly command: Command }>;
}

export const commands: Readonly<Record<string, Entry>> = {
  start: { summary: 'open the service, or a demo of it', load: () => import('./start.ts') },
  demo: { summary: 'open the demo, or make it new', load: () => import('./demo.ts') },
  setup: { summary: 'prepare the database of a real service', load: () => import('./setup.ts') },
  migrate: { summary: 'bring the database up to this version', load: () => import('./migrate.ts') },
  bench: { summary: 'measure how quick the pages are in a large place', load: () => import('./bench.ts') },
  import: { summary: 'bring in people, referrals or a directory from a file', load: () => import('./import.ts') },
  blueprint: { summary: 'check the blueprints of a place', load: () => import('./blueprint.ts') },
};
