// The form in which a clinician decides a referral, as a page holds it, for tests.

/** What stands in a field of the page; '' where there is none. */
export const valueOn = (html: string, name: string): string => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';

/** First steps that the page offers, what is suggested first. */
export const stepsOn = (html: string): string[] => [...html.matchAll(/name="step"[^>]*value="([^"]+)"/g)].map((match) => match[1] ?? '');

/** The form as the page suggests it, but for what is given. */
export const asSuggested = (html: string, given: Readonly<Record<string, string>> = {}) => ({
  version: valueOn(html, 'version'),
  step: 'suggested',
  response: /<option[^>]*value="([^"]+)"[^>]*selected/.exec(html)?.[1] ?? '',
  reason: '',
  persons_view: '',
  coming: ['outreach', 'choice', 'company'],
  ...given,
});
