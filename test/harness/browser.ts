// A real browser for tests of whole pages. Where there is none the test is skipped with the reason; in continuous integration it fails instead.
import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const isProgram = (path: string | undefined): path is string => {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of a Chromium or Chrome on this machine, or null. */
export const findBrowser = (candidates: readonly (string | undefined)[] = places): string | null => candidates.find(isProgram) ?? null;

/** What a test needs to say that it was not run: node:test's own context fits. */
export interface Skippable {
  skip(reason: string): void;
}

/**
 * Starts the browser, or skips the test and returns null. Close it when the tests are done: `after(() => browser?.close())`.
 * Throws when CI=true and there is no browser, so that a green result never hides what did not run.
 */
export async function openBrowser(test: Skippable): Promise<Browser | null> {
  const executablePath = findBrowser();
  if (executablePath) return chromium.launch({ executablePath, args: [...quietly] });
  const reason = 'There is no Chromium on this machine. Install it, or set CHROME_PATH to one.';
  if (process.env.CI === 'true') throw new Error(reason);
  test.skip(reason);
  return null;
}
