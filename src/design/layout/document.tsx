/** The frame every page shares: head, bundle, language and direction. It decides nothing about what is inside. */
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetPath } from '../assets.ts';
import { classNames } from '../class-names.ts';
import { type Direction, type Language, languageNames } from '../texts.ts';

/** Languages whose pages are set in the device’s own letters first, so that nothing is fetched for them in advance. */
const inDeviceLetters: readonly string[] = ['ar', 'ur', 'cy', 'pl'];

export interface DocumentProps {
  readonly title: string;
  readonly language: Language;
  readonly direction: Direction;
  readonly bundle: 'staff' | 'person';
  readonly bodyClass?: string | undefined;
  /** Address of a style sheet made by `themeSheet` from the service's own colours. */
  readonly theme?: string | undefined;
  /** Addresses of further module scripts. */
  readonly scripts?: readonly string[] | undefined;
  /** Set when the browser asked to save data: no web font is fetched. */
  readonly saveData?: boolean | undefined;
  readonly children: ComponentChildren;
}

export const Document = ({ title, language, direction, bundle, bodyClass, theme, scripts = [], saveData, children }: DocumentProps) => (
  <html lang={languageNames[language].lang} dir={direction} class={saveData ? 'od-save-data' : undefined}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="robots" content="noindex" />
      <meta name="referrer" content={bundle === 'person' ? 'no-referrer' : 'same-origin'} />
      <meta name="color-scheme" content={bundle === 'person' ? 'light dark' : 'light'} />
      <meta name="format-detection" content="telephone=no" />
      <link rel="icon" href={assetPath('door.svg')} type="image/svg+xml" />
      {saveData || inDeviceLetters.includes(languageNames[language].lang) ? null : (
        <link rel="preload" href={assetPath('text-latin.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      )}
      <link rel="stylesheet" href={assetPath(bundle === 'person' ? 'person.css' : 'staff.css')} />
      {theme ? <link rel="stylesheet" href={theme} /> : null}
      <script type="module" src={assetPath(bundle === 'person' ? 'person.js' : 'staff.js')} />
      {scripts.map((script) => (
        <script key={script} type="module" src={script} />
      ))}
    </head>
    <body class={classNames('od', `od--${bundle}`, bodyClass)}>{children}</body>
  </html>
);

/** The whole page as text, ready to send as `text/html; charset=utf-8`. */
export const renderDocument = (page: VNode): string => `<!doctype html>\n${renderToString(page)}`;
