import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chart, colour, contrast, darkColour, darkPairs, darkWhitePairs, lightPairs, themeSheet, tokenSheet, weakPairs } from './tokens.ts';

const printedAgrees = (ratio: number, printed: number | undefined): boolean => printed === undefined || Math.abs(ratio - printed) < 0.1;

test('contrast is 21 for black on white, 1 for a colour on itself, and the same both ways', () => {
  assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00');
  assert.equal(contrast(colour.brand, colour.brand), 1);
  assert.equal(contrast(colour.ink, colour.paper), contrast(colour.paper, colour.ink));
  // A published anchor: #767676 is the lightest grey that passes on white.
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
});

for (const { front, back, atLeast, printed } of lightPairs) {
  test(`light: ${front} on ${back} keeps ${atLeast}`, () => {
    const ratio = contrast(colour[front], colour[back]);
    assert.ok(ratio >= atLeast, `${ratio.toFixed(2)} is under ${atLeast}`);
    assert.ok(printedAgrees(ratio, printed), `the handbook prints ${printed}, the colours give ${ratio.toFixed(2)}`);
  });
}

const dark = { ...colour, ...darkColour };
for (const { front, back, atLeast, printed } of darkPairs) {
  test(`dark: ${front} on ${back} keeps ${atLeast}`, () => {
    const ratio = contrast(dark[front], dark[back]);
    assert.ok(ratio >= atLeast, `${ratio.toFixed(2)} is under ${atLeast}`);
    assert.ok(printedAgrees(ratio, printed), `the handbook prints ${printed}, the colours give ${ratio.toFixed(2)}`);
  });
}
for (const { back, atLeast, printed } of darkWhitePairs) {
  test(`dark: white on ${back} keeps ${atLeast}`, () => {
    const ratio = contrast('#ffffff', dark[back]);
    assert.ok(ratio >= atLeast, `${ratio.toFixed(2)} is under ${atLeast}`);
    assert.ok(printedAgrees(ratio, printed), `the handbook prints ${printed}, the colours give ${ratio.toFixed(2)}`);
  });
}

test('every line and mark of a chart keeps 3 on white, but for the grid and the fill of an interval', () => {
  for (const [role, { colour: hex }] of Object.entries(chart)) {
    if (role === 'grid' || role === 'interval') continue;
    assert.ok(contrast(hex, colour.card) >= 3, role);
  }
});

test('a theme that would make words hard to read is named, pair by pair', () => {
  assert.deepEqual(weakPairs({}), []);
  assert.deepEqual(
    weakPairs({ brand: '#9fd3d8' }).map(({ front, back }) => `${front} on ${back}`),
    ['brand on card', 'brand on paper', 'brand on tint', 'card on brand'],
  );
});

test('the style sheet carries every colour, and dark only for person pages', () => {
  for (const hex of Object.values(colour)) assert.ok(tokenSheet('staff').includes(hex), hex);
  assert.ok(!tokenSheet('staff').includes('prefers-color-scheme'));
  for (const hex of Object.values(darkColour)) assert.ok(tokenSheet('person').includes(hex), hex);
});

test('a theme becomes custom properties, unless it would be hard to read', () => {
  assert.equal(themeSheet({ brandDark: '#102a43' }), ':root{--brand-dark:#102a43;}');
  assert.throws(() => themeSheet({ brand: '#9fd3d8' }), /brand on card/);
});
