// One thing wrong with a decision table, and where: the row, the column, the letter. Shape only.

export interface TableFault {
  readonly kind:
    | 'syntax'
    | 'type'
    | 'unknown'
    | 'missing'
    | 'duplicate'
    | 'dates'
    | 'overlap'
    | 'unreachable'
    | 'gap'
    | 'exclusion'
    | 'words';
  /** Id of the row; absent for the table as a whole. */
  readonly rule?: string;
  /** Name of the input column. */
  readonly input?: string;
  /** Name of the output column. */
  readonly output?: string;
  /** Which of the row's or table's texts. */
  readonly text?: 'name' | 'sentence' | 'reason' | 'reasonCode' | 'changes';
  /** Letters from the start of the cell, from 0. */
  readonly at?: number;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}
