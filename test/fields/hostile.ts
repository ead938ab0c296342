// Words that break programs which trust what is typed, one list for each way of breaking; the published lists are added where they are beside the checkout.
import { existsSync, readFileSync } from 'node:fs';

const own: Readonly<Record<string, readonly string[]>> = {
  markup: ['<b data-broken="1">\'"&amp;</b>', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</textarea><svg onload=alert(1)>'],
  statements: ["'; drop table person; --", "' or '1'='1", '1; select pg_sleep(9)'],
  templates: ['{{7*7}}', '$' + '{7*7}', '<%= 7*7 %>', '%s%n%x', '$(id)'],
  formulas: ['=cmd|\' /C calc\'!A0', '@SUM(1+9)', '+1+1', '-2+3'],
  paths: ['../../../../etc/passwd', '%2e%2e%2f', 'C:\\con\\con', 'file:///etc/passwd'],
  programs: ['__proto__', 'constructor', 'null', 'undefined', 'NaN', 'true', '[object Object]', '{"a":1}', '[]'],
  numbers: ['-1', '0', '1e309', '9007199254740993', '0x10', '١٢٣', '1,5', '½'],
  days: ['2026-02-30', '9999-12-31', '0000-00-00', '31/02/2026', 'tomorrow'],
  unseen: ['\u0000', 'a\u0000b', 'a\u0007b\u001b[31mc', '\u200b\u200c\u2060', '\ufeffwords', ' ', '\t\n\r\n', 'a\r\nSet-Cookie: b=c'],
  directions: ['\u202Eevil\u202C', 'مرحبا hello שלום', '\u2066isolate', 'ا'.repeat(300)],
  letters: ['Zoë Åsa Łukasz', 'ﷺ', 'Ω≈ç√∫˜µ', '𝕳𝖊𝖑𝖑𝖔', 'Z̸͖̈a̷͎̿l̸̰̏g̸̥̈o̷̢͝', '田中さん', 'Iñtërnâtiônàlizætiøn', 'ǅ ﬁ ß İ'],
  pictures: ['😀', '👩‍👩‍👧‍👧', '🏳️‍🌈🇬🇧', '🧑🏽‍🦽'.repeat(40)],
  halves: ['\ud800', 'a\udfffb'],
  lengths: ['a'.repeat(9_000), 'word '.repeat(4_000), 'x'.repeat(60_000), '\n'.repeat(3_000)],
  names: ['O’Brien', "D'Arcy-Ní Mhurchú", 'Scunthorpe General', 'Null', 'Test'],
}; // biome-ignore format: one list reads as one list

const beside = (name: string): unknown => {
  const file = new URL(`../../../shared/data/hostile/${name}.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};
const strings = (given: unknown): string[] =>
  typeof given === 'string' ? [given] : typeof given === 'object' && given !== null ? Object.values(given).flatMap(strings) : [];

export interface Hostile {
  /** By the way in which they break things. */
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** Whether the published lists were there. */
  readonly published: boolean;
}

export function hostile(): Hostile {
  const naughty = strings(beside('blns'));
  const formulas = strings(beside('csv_injection'));
  const published = naughty.length > 0;
  return { published, classes: published ? { ...own, naughty, formulas: [...(own.formulas ?? []), ...formulas] } : own };
}
