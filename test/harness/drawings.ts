// Charts read as somebody with a ruler would read them: two drawings of each, marks measured against the printed scale. For tests.
import assert from 'node:assert/strict';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The wide and the narrow drawing of a chart, as text. */
const drawings = (chart: VNode): string[] => renderToString(chart).match(/<svg class="od-chart .*?<\/svg>/gs) ?? [];
export const both = (chart: VNode): [string, string] => {
  const [wide, narrow, ...others] = drawings(chart);
  assert.ok(wide && narrow && wide.includes('od-chart--wide') && narrow.includes('od-chart--narrow') && others.length === 0);
  return [wide, narrow];
};
export const attribute = (tag: string, name: string): number => Number(new RegExp(` ${name}="([^"]+)"`).exec(tag)?.[1]);
export const number = (text: string | undefined): number => Number(text?.replace('−', '-').replace('+', '').replace(',', ''));
export const near = (actual: number, expected: number, within: number, what = '') =>
  assert.ok(Math.abs(actual - expected) <= within, `${what} ${actual} ≠ ${expected}`);

/** Reads heights off a drawing by its own printed scale, as someone with a ruler would. */
export function ruler(svg: string): (y: number) => number {
  const marks = [...svg.matchAll(/<line class="od-chart__grid"[^>]*y1="([^"]+)"[^>]*>(?:<\/line>)?<text[^>]*>([^<]+)</g)].map(
    ([, y, value]) => ({ y: Number(y), value: number(value) }),
  );
  const [first, last] = [marks[0], marks.at(-1)];
  assert.ok(first && last && marks.length >= 3, 'a scale with three values or more');
  return (y) => first.value + ((y - first.y) / (last.y - first.y)) * (last.value - first.value);
}

/** Middles of the marks of one class, whichever shape they have. */
export function marks(svg: string, look: string): { x: number; y: number }[] {
  return [...svg.matchAll(new RegExp(`<(circle|path|rect) class="${look}"[^>]*>`, 'g'))].map(([tag, shape]) => {
    if (shape === 'circle') return { x: attribute(tag, 'cx'), y: attribute(tag, 'cy') };
    if (shape === 'rect')
      return { x: attribute(tag, 'x') + attribute(tag, 'width') / 2, y: attribute(tag, 'y') + attribute(tag, 'height') / 2 };
    const points = [...(/ d="([^"]+)"/.exec(tag)?.[1] ?? '').matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }));
    const [top] = points;
    assert.ok(top);
    // A triangle is drawn from its tip, 9 above its middle; a diamond by its four corners.
    return points.length === 1 ? { x: top.x, y: top.y + 9 } : { x: top.x, y: (top.y + (points[2]?.y ?? 0)) / 2 };
  });
}
