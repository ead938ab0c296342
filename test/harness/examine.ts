// Looks at one page in one browser as one person, in as many widths and colour schemes as asked, and says everything that is wrong with it.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { foreignClasses, kept, sideways, smallTargets, violations, watch } from './look.ts';
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
/** Of a first visit, everything that comes over the line, compressed. */
export const mostBytes = { person: 60_000, staff: 120_000 } as const;
const mostRequests = 6;
const leastTarget = { person: 44, staff: 24 } as const;

/** In a context that may have been used before by the same person: nothing is taken from its cache, so that each load weighs what a first one does. */
async function examine(context: BrowserContext, ours: string, visit: Visit, looks: readonly Look[]): Promise<string[]> {
  const first = looks[0];
  const { page, load, faults } = await watch(context, ours);
  try {
    await page.emulateMedia({ colorScheme: first?.scheme ?? 'light' });
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
      await drawn(page);
      for (const one of [...(await smallTargets(page, leastTarget[visit.bundle])), ...(await violations(page))]) wrong.push(`${at}${one}`);
    }
    return [...wrong, ...(await foreignClasses(page)), ...(await kept(page)), ...faults()];
  } finally {
    await page.close();
  }
}

/** Some colours of another scheme are there only with the next picture, which a busy browser draws late. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Browsers do not wait for each other: as many as there are cores to spare on a small machine. */
const atOnce = 3;

/**
 * Looks at every visit with its looks, several at once, and answers with what is wrong by the name of the visit, plus one line that counts.
 * `tell` hears of each as it is found.
 */
export async function examineAll(
  browser: Browser,
  ours: string,
  visits: readonly (readonly [Visit, readonly Look[]])[],
  tell: (line: string) => void,
): Promise<{ readonly wrong: Readonly<Record<string, readonly string[]>>; readonly summary: string }> {
  const wrong: Record<string, readonly string[]> = {};
  const begun = performance.now();
  // Whoever visits keeps one context; nobody shares cookies with anybody else.
  const waiting = [...Map.groupBy(visits, ([{ cookies }]) => cookies)].flatMap(([cookies, theirs]) =>
    Array.from({ length: Math.ceil(theirs.length / 12) }, (_, at) => ({ cookies, theirs: theirs.slice(at * 12, at * 12 + 12) })),
  );
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      try {
        await context.addCookies([...next.cookies].map(([name, value]) => ({ name, value, url: ours, httpOnly: true })));
        for (const [visit, looks] of next.theirs) {
          const found = await examine(context, ours, visit, looks);
          if (found.length === 0) continue;
          wrong[nameOf(visit)] = found;
          tell(`${nameOf(visit)}: ${found.join('; ')}`);
        }
      } finally {
        await context.close();
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const pages = new Set(visits.map(([{ route }]) => route)).size;
  const looks = visits.reduce((sum, [, list]) => sum + list.length, 0);
  const findings = Object.values(wrong).reduce((sum, found) => sum + found.length, 0);
  const seconds = Math.round((performance.now() - begun) / 1000);
  return { wrong, summary: `${pages} pages, ${visits.length} visits, ${looks} looks, ${findings} findings, ${seconds} seconds` };
}

export const nameOf = ({ path, who, wrong }: Visit): string => `${path}${wrong ? ' sent empty' : ''} as ${who}`;
