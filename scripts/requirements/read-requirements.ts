// Reads the ids of docs/requirements.md, and the ids that a sentence such as a test's name cites. Pure: text in, ids out.

export interface Requirement {
  readonly id: string;
  readonly words: string;
}

const line = /^- \*\*([A-Z]+-?\d+(?:\.\d+)?)\*\* (.+)$/;

/** In the order of the page. Throws when an id stands there twice, or when a line of the list has no id that can be read. */
export function readRequirements(page: string): Requirement[] {
  const found = new Map<string, Requirement>();
  for (const text of page.split('\n')) {
    const [, id, words] = line.exec(text) ?? [];
    if (!id || !words) {
      if (text.startsWith('- ')) throw new Error(`This line of the requirements has no id: ${text}`);
      continue;
    }
    if (found.has(id)) throw new Error(`${id} stands in the requirements twice.`);
    found.set(id, { id, words });
  }
  return [...found.values()];
}

/** Every id in a sentence, each once: TWP-15, S3.2, H5. */
export const citedIn = (sentence: string): string[] => [
  ...new Set(sentence.match(/(?<![\w.-])(?:(?:TWP|MOS|PT|SOM|CHO)-\d+|S\d{1,2}(?:\.\d+)?|H\d{1,2})(?![\w-])/g) ?? []),
];
