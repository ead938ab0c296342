// The tables as types. `npm run schema` writes them from a migrated database, so that no one keeps them by hand.
export type { DB as Schema } from './generated/schema.ts';
