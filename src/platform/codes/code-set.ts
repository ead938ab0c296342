// The shape of one list of codes. Codes are strings, whatever they look like: "01" is not 1.

export interface CodeEntry {
  readonly code: string;
  /** As its owner publishes it; null where the owner’s wording was not confirmed. */
  readonly label: string | null;
  /** What our screens say instead, where the published label would blame or puzzle. */
  readonly words?: string;
  readonly [attribute: string]: string | number | boolean | null | undefined;
}

export interface CodeSet {
  /** Where the list comes from, and its licence. */
  readonly source: string;
  /** 'verified' against that source, 'partly', or 'unverified': then load the live list before any export. */
  readonly status: 'verified' | 'partly' | 'unverified';
  /** national: set for the country; imported: another body’s; product: ours, and a place may ask to change it. */
  readonly kind: 'national' | 'imported' | 'product';
  readonly note?: string;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly codes: readonly CodeEntry[];
}
