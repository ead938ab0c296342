// The forms of a page as a browser sends them untouched: what is in them, what may be typed, and which field a fault leads to.

export interface Form {
  readonly method: 'get' | 'post';
  readonly action: string;
  /** Names with what stands in them; ticked boxes of one name together. Buttons but the first send nothing. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Names of fields that take words, with the kind of field. */
  readonly typed: ReadonlyMap<string, string>;
  /** What may be chosen, by name: values of a list, of radios, of boxes. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** The name of the field that an id leads to. */
  readonly ids: ReadonlyMap<string, string>;
}

const references: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
/** Text as a reader has it. */
export const decoded = (html: string): string => html.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (one) => references[one] ?? one);

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag);
  return found ? decoded(found[1] ?? '') : undefined;
};

const parts = /<(input|textarea|select|button)\b((?:"[^"]*"|[^>"])*)>(?:([\s\S]*?)<\/\1>)?/g;
// An input has no end, so what follows it belongs to nobody.
const partsOf = (html: string) => [...html.replaceAll(/(<input\b(?:"[^"]*"|[^>"])*>)/g, '$1</input>').matchAll(parts)];

export function formsOn(html: string): Form[] {
  return [...html.matchAll(/<form\b((?:"[^"]*"|[^>"])*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inside = '']) => {
    // Where the browser looks afterwards is never sent.
    const action = attribute(`${head} `, 'action')?.replace(/#.*$/, '');
    return action ? [formOf(attribute(`${head} `, 'method') === 'post' ? 'post' : 'get', action, inside)] : [];
  });
}

function formOf(method: Form['method'], action: string, inside: string): Form {
  const fields: Record<string, string[]> = {};
  const typed = new Map<string, string>();
  const choices = new Map<string, string[]>();
  const ids = new Map<string, string>();
  let pressed = false;
  for (const [, kind = '', tag = '', words = ''] of partsOf(inside)) {
    const given = `${tag} `;
    const name = attribute(given, 'name');
    const type = kind === 'input' ? (attribute(given, 'type') ?? 'text') : kind;
    if (type === 'button' || type === 'submit') {
      if (!pressed && name) fields[name] = [attribute(given, 'value') ?? ''];
      pressed = true;
      continue;
    }
    if (!name || attribute(given, 'disabled') !== undefined) continue;
    const id = attribute(given, 'id');
    if (id) ids.set(id, name);
    const value = attribute(given, 'value');
    switch (type) {
      case 'radio':
      case 'checkbox':
        choices.set(name, [...(choices.get(name) ?? []), value ?? 'on']);
        if (attribute(given, 'checked') !== undefined) fields[name] = [...(fields[name] ?? []), value ?? 'on'];
        break;
      case 'select': {
        const options = [...words.matchAll(/<option\b((?:"[^"]*"|[^>"])*)>/g)].map(([, option = '']) => `${option} `);
        const values = options.map((option) => attribute(option, 'value') ?? '');
        choices.set(name, [...(choices.get(name) ?? []), ...values]);
        const chosen = options.findIndex((option) => attribute(option, 'selected') !== undefined);
        fields[name] = [...(fields[name] ?? []), values[Math.max(chosen, 0)] ?? ''];
        break;
      }
      case 'file':
        break;
      default:
        fields[name] = [...(fields[name] ?? []), kind === 'textarea' ? decoded(words.replace(/^\n/, '')) : (value ?? '')];
        if (type !== 'hidden') typed.set(name, type);
    }
  }
  return { method, action, fields, typed, choices, ids };
}

/** Names of fields that the faults on a page lead to; '' for one that leads nowhere. */
export function faultsOn(html: string, { ids, fields, choices }: Form): string[] {
  const summary = /nhsuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
  return [...summary.matchAll(/<li>(?:<a href="#([^"]*)")?/g)].map(([, id = '']) => {
    const known = ids.get(id) ?? id;
    if (known in fields || choices.has(known)) return known;
    // A date of three fields, or a group of choices, is led to as a whole.
    return (
      [...Object.keys(fields), ...choices.keys()].find((name) => name.startsWith(`${known}-`)) ??
      [...ids].find(([one]) => one.startsWith(`${known}-`))?.[1] ??
      ''
    );
  });
}
