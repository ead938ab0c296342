// The words of a record as workers see it: who it is about, its parts, and what this reader may do in it.
import type { DataCategory } from '../../trust/access/model.ts';
import type { Identity, SafeContactWords } from '../people/model.ts';

export type RecordPart = 'Overview' | 'Plan' | 'Contacts' | 'Measures' | 'Sharing';

/** What the reader may read and write of this person, as the database decides. */
export interface Reach {
  readonly read: ReadonlySet<DataCategory>;
  readonly write: ReadonlySet<DataCategory>;
  /** How the help goes: requests, appointments and what others do. Whoever comes under an agreement alone reads nothing of it (S10.2, H18). */
  readonly howItGoes: boolean;
}

/** What stands over every page of a record: plain data for the identity bar. */
export interface RecordFrame {
  readonly who: Identity;
  readonly reach: Reach;
  readonly name: string;
  readonly initials: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly safeContact: SafeContactWords;
  /** What is out of the ordinary about how it is read now. */
  readonly notice?: {
    readonly text: string;
    readonly tone: 'plain' | 'danger';
    readonly closes?: { readonly after: number; readonly left: string };
    readonly action?: { readonly text: string; readonly href: string };
  };
  readonly tabs: readonly { readonly text: RecordPart; readonly href: string; readonly current: boolean }[];
}

/** Ten digits in groups of three, three and four, as they are read out. */
export const spacedNhsNumber = (digits: string): string => digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
