// Looks at one page in one browser as one person, in as many widths and colour schemes as asked, and says everything that is wrong with it.
import type { Browser } from 'playwright-core';
import { kept, sideways, smallTargets, violations, watch } from './look.ts';
import type { Visit } from './walk.ts';

export interface Look {
  readonly width: 1440 | 390 | 320;
  readonly scheme: 'light' | 'dark';
}

/** A page for people is looked at in both schemes; staff have one. */
export const allLooks = ({ bundle }: Visit): readonly Look[] =>
  (bundle === 'person' ? (['light', 'dark'] as const) : (['light'] as const)).flatMap((scheme) =>
    ([1440, 390, 320] as const).map((width): Look => ({ width, scheme })),
  );

/** One of them, another for each page, so that a quick run still sees every width and scheme somewhere. */
export function oneLook(visit: Visit, at: number): readonly Look[] {
  const looks = allLooks(visit);
  const look = looks[at % looks.length];
  return look ? [look] : [];
}

/** A window of 320 pixels is one of 1280 at 400 %, which leaves 256 of height. */
const heights: Readonly<Record<Look['width'], number>> = { 1440: 900, 390: 844, 320: 256 };
const mostBytes = { person: 60_000, staff: 120_000 } as const;
const mostRequests = 6;
const leastTarget = { person: 44, staff: 24 } as const;

export async function examine(browser: Browser, ours: string, visit: Visit, looks: readonly Look[]): Promise<string[]> {
  const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: looks[0]?.scheme ?? 'light' });
  const first = looks[0];
  try {
    await context.addCookies([...visit.cookies].map(([name, value]) => ({ name, value, url: ours, httpOnly: true })));
    const { page, load, faults } = await watch(context, ours);
    if (first) await page.setViewportSize({ width: first.width, height: heights[first.width] });
    const answer = await page.goto(`${ours}${visit.path}`, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    const wrong: string[] = answer?.status() === 200 ? [] : [`answered ${answer?.status()}`];
    const { requests, bytes } = load;
    if (bytes > mostBytes[visit.bundle]) wrong.push(`weighs ${bytes} bytes`);
    if (requests > mostRequests) wrong.push(`takes ${requests} requests`);
    if (visit.wrong) {
      const [again] = await Promise.all([
        page.waitForNavigation(),
        page.evaluate(() => {
          const form = document.querySelector<HTMLFormElement>('main form[method="post"]');
          if (form) form.noValidate = true;
          form?.requestSubmit();
        }),
      ]);
      if (again?.status() !== 422) wrong.push(`sent empty, it answered ${again?.status()}`);
    }
    for (const { width, scheme } of looks) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: heights[width] });
      const at = `at ${width}, ${scheme}: `;
      const wider = await sideways(page);
      if (wider > 0) wrong.push(`${at}scrolls sideways by ${wider}`);
      // A bar that stays covers whatever lies under it until somebody scrolls; in a window as high as the page nothing lies under it.
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.max(heights[width], Math.min(whole, 8000)) });
      for (const one of [...(await smallTargets(page, leastTarget[visit.bundle])), ...(await violations(page))]) wrong.push(`${at}${one}`);
    }
    return [...wrong, ...(await kept(page)), ...faults()];
  } finally {
    await context.close();
  }
}

export const nameOf = ({ path, who, wrong }: Visit): string => `${path}${wrong ? ' sent empty' : ''} as ${who}`;
