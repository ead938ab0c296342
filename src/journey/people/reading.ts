// What came of reading one thing that somebody typed: its stored form, or plain words on what is wrong and what to do.

export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });
export const unreadable = (message: string): Reading<never> => ({ ok: false, message });
