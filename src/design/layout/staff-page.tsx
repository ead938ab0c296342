/** Every signed-in page of a worker, partner or volunteer. It arranges what pages give it and knows none of their subjects. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { CommandPalette } from '../components/command-palette.tsx';
import { DemoBanner, type DemoBannerProps, TourBar, type TourBarProps } from '../components/demo.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { MainNavigation, type NavigationItem } from '../components/main-navigation.tsx';
import { Notification, type NotificationProps } from '../components/notification.tsx';
import { type SkipLink, SkipLinks } from '../components/skip-links.tsx';
import { type Account, TopBar } from '../components/top-bar.tsx';
import { staffTexts, texts } from '../texts.ts';
import { Document } from './document.tsx';

export interface ServiceFrame {
  /** Name printed in the bar and after each title. */
  readonly name: string;
  /** Where the name leads; `/` where it is left out. */
  readonly home?: string | undefined;
  /** Address of the service's own colours, made by `themeSheet`. */
  readonly theme?: string | undefined;
}

/** `desk` and `bench` fill the window in panes, `record` has an identity bar and a side, `sheet` is a document, `list` a plain page. */
export type PageShape = 'desk' | 'bench' | 'record' | 'sheet' | 'list';

export interface StaffPageProps {
  /** Subject of the page; the service's name follows in the browser's title. */
  readonly title: string;
  readonly place?: string | undefined;
  readonly service: ServiceFrame;
  readonly account?: Account | undefined;
  readonly navigation: readonly NavigationItem[];
  /** Only in the demo. */
  readonly banner?: DemoBannerProps | undefined;
  readonly tour?: TourBarProps | undefined;
  /** After “Skip to main content”: this item, the decision. */
  readonly skipLinks?: readonly SkipLink[] | undefined;
  readonly shape: PageShape;
  /** Below 1180 pixels a desk or bench shows its queue or its item, on two addresses. */
  readonly showing?: 'queue' | 'item' | undefined;
  /** The identity bar of a record. */
  readonly identity?: ComponentChildren;
  /** Faults of the page's form, printed first in main; the title then says so. */
  readonly errors?: readonly FieldError[] | undefined;
  /** The title says so, for a page that prints its faults itself. */
  readonly error?: boolean | undefined;
  /** What the last action did. */
  readonly flash?: NotificationProps | undefined;
  readonly find?: { readonly href: string; readonly text?: string | undefined } | undefined;
  readonly help?: { readonly text: string; readonly href: string } | undefined;
  /** Build printed in the footer. */
  readonly build?: string | undefined;
  readonly saveData?: boolean | undefined;
  readonly scripts?: readonly string[] | undefined;
  readonly children: ComponentChildren;
}

const insides: Readonly<Record<PageShape, string>> = {
  desk: 'od-desk',
  bench: 'od-bench',
  record: 'od-record',
  sheet: 'od-sheet-page',
  list: 'od-list-page',
};

export const StaffPage = (page: StaffPageProps) => {
  const fitted = page.shape === 'desk' || page.shape === 'bench';
  const find = page.find ?? { href: '/find' };
  return (
    <Document
      title={`${page.error || page.errors?.length ? `${texts.en.error}: ` : ''}${page.title} – ${page.service.name}`}
      language="en"
      direction="ltr"
      bundle="staff"
      theme={page.service.theme}
      scripts={page.scripts}
      saveData={page.saveData}
      bodyClass={classNames(fitted && 'od--fitted')}
    >
      <SkipLinks links={[{ text: texts.en.skipToMain, target: 'maincontent' }, ...(page.skipLinks ?? [])]} />
      {page.banner ? <DemoBanner {...page.banner} /> : null}
      <TopBar
        service={page.service.name}
        home={page.service.home ?? '/'}
        place={page.place}
        account={page.account}
        find={page.account ? find : undefined}
      />
      {page.navigation.length > 0 ? <MainNavigation items={page.navigation} /> : null}
      {page.tour ? <TourBar {...page.tour} /> : null}
      <main class="od-main" id="maincontent" tabindex={-1}>
        {page.flash ? (
          <div class="od-flash">
            <Notification {...page.flash} />
          </div>
        ) : null}
        {page.errors?.length ? (
          <div class="od-flash">
            <ErrorSummary errors={page.errors} />
          </div>
        ) : null}
        {page.identity}
        <div class={classNames(insides[page.shape], fitted && (page.showing === 'queue' ? 'od-panes--queue' : 'od-panes--item'))}>
          {page.children}
        </div>
      </main>
      <footer class="od-foot">
        <a href={page.help?.href ?? '/help'}>{page.help?.text ?? staffTexts.help}</a>
        {page.build ? <span>{page.build}</span> : null}
      </footer>
      {page.account ? <CommandPalette action={find.href} /> : null}
    </Document>
  );
};
