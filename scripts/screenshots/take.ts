// Takes one picture: a page as one person sees it on one screen, when its words are in their own letters.
import type { Browser } from 'playwright-core';
import type { Picture, Screen } from './pictures.ts';

const screens: Readonly<Record<Screen, { readonly width: number; readonly height: number }>> = {
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
};
const tallest = 2600;
/** A4 at 96 pixels an inch, without its margins. */
const sheet = { width: 688, height: 971 };

export interface Taken {
  readonly status: number;
  readonly image: Buffer;
}

/** A browser may have no British letters of its own for an empty day, whatever language it was started in; a British reader sees these. */
function asBritish(): void {
  for (const day of document.querySelectorAll<HTMLInputElement>('input[type="date"]')) {
    const [year, month, date] = day.value.split('-');
    day.type = 'text';
    day.value = date ? `${date}/${month}/${year}` : 'dd/mm/yyyy';
  }
}

/** `address` is without the path; cookies are whoever opens the page. */
export async function take(
  browser: Browser,
  address: string,
  path: string,
  cookies: ReadonlyMap<string, string>,
  { screen, dark = false, print = false, whole = false }: Picture,
): Promise<Taken> {
  const viewport = print ? sheet : screens[screen];
  const context = await browser.newContext({
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    deviceScaleFactor: screen === 'phone' ? 1.5 : 1,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  try {
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: address })));
    const page = await context.newPage();
    if (print) await page.emulateMedia({ media: 'print' });
    const answer = await page.goto(address + path, { waitUntil: 'load' });
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    await page.evaluate(asBritish);
    const height = whole ? Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight)) : viewport.height;
    // Bars that stay at the foot of a screen would lie across a long picture, so the screen becomes as long as the page.
    if (whole) await page.setViewportSize({ width: viewport.width, height: Math.max(height, viewport.height) });
    const image = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'device' });
    return { status: answer?.status() ?? 0, image };
  } finally {
    await context.close();
  }
}

/** Pictures side by side on plain paper. */
export async function joinSideBySide(browser: Browser, images: readonly Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 272 * images.length + 20, height: 600 } });
  try {
    const shown = images.map((image) => `<img src="data:image/png;base64,${image.toString('base64')}">`).join('');
    await page.setContent(
      `<style>body{margin:0;padding:20px 10px;background:#e9e5dc;display:flex;align-items:flex-start}img{flex:none;width:250px;height:541px;object-fit:cover;object-position:top;margin:0 10px;border-radius:22px;border:1px solid #c9c4b8}</style>${shown}`,
      { waitUntil: 'load' },
    );
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
  }
}
