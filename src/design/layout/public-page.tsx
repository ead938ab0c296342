/** A plain page without a role: signing in, the demo's front, help, and what went wrong. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { DemoBanner, type DemoBannerProps } from '../components/demo.tsx';
import { Notification, type NotificationProps } from '../components/notification.tsx';
import { SkipLinks } from '../components/skip-links.tsx';
import { DoorMark } from '../icons.tsx';
import { staffTexts, texts } from '../texts.ts';
import { Document } from './document.tsx';
import type { ServiceFrame } from './staff-page.tsx';

export interface PublicPageProps {
  readonly title: string;
  readonly service: ServiceFrame;
  /** Beside the name: the place, or “Demo service. 240 invented people, nothing is sent”. */
  readonly place?: string | undefined;
  /** At the end of the bar. */
  readonly action?: { readonly text: string; readonly href: string } | undefined;
  readonly banner?: DemoBannerProps | undefined;
  /** The whole width, for grids of cards; else one readable column. */
  readonly wide?: boolean | undefined;
  readonly error?: boolean | undefined;
  readonly flash?: NotificationProps | undefined;
  readonly help?: { readonly text: string; readonly href: string } | undefined;
  readonly build?: string | undefined;
  readonly scripts?: readonly string[] | undefined;
  readonly children: ComponentChildren;
}

export const PublicPage = (page: PublicPageProps) => (
  <Document
    title={`${page.error ? `${texts.en.error}: ` : ''}${page.title} – ${page.service.name}`}
    language="en"
    direction="ltr"
    bundle="staff"
    theme={page.service.theme}
    scripts={page.scripts}
  >
    <SkipLinks links={[{ text: texts.en.skipToMain, target: 'maincontent' }]} />
    {page.banner ? <DemoBanner {...page.banner} /> : null}
    <header class="od-top od-top--public">
      <a class="od-top__service" href={page.service.home ?? '/'}>
        <DoorMark />
        <span class="od-top__name">{page.service.name}</span>
      </a>
      {page.place ? <span class="od-top__place">{page.place}</span> : null}
      {page.action ? (
        <a class="od-top__action" href={page.action.href}>
          {page.action.text}
        </a>
      ) : null}
    </header>
    <main class={classNames('od-public', page.wide && 'od-public--wide')} id="maincontent" tabindex={-1}>
      {page.flash ? <Notification {...page.flash} /> : null}
      {page.children}
    </main>
    <footer class="od-foot">
      <a href={page.help?.href ?? '/help'}>{page.help?.text ?? staffTexts.help}</a>
      {page.build ? <span>{page.build}</span> : null}
    </footer>
  </Document>
);
