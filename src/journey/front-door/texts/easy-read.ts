export const easyRead: { readonly words: Readonly<Record<string, string>> } = { words: {} };
