/** Words of whoever publishes them: never translated, so a page in another language says whose language they are in. */
import type { ComponentChildren } from 'preact';
import type { Speech } from '../speech.ts';

/** Attributes of an element that holds such words; none on a page in English. */
export const theirs = ({ language }: Speech): { readonly lang: string; readonly dir: 'ltr' } | undefined =>
  language === 'en' ? undefined : { lang: 'en-GB', dir: 'ltr' };

/** Such words inside a line. */
export const Theirs = ({ speech, children }: { readonly speech: Speech; readonly children: ComponentChildren }) => {
  const language = theirs(speech);
  return <>{language ? <bdi {...language}>{children}</bdi> : children}</>;
};
