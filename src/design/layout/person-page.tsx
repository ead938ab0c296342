/**
 * Every page for people who use the service: one column, leaving always at hand, help at the foot, a bland title.
 * Its words come in the language of the page; what the page is about comes from the page.
 */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { BackLink } from '../components/back-link.tsx';
import { DemoBanner, type DemoBannerProps, TourBar, type TourBarProps } from '../components/demo.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { ExitThisPage } from '../components/exit-this-page.tsx';
import { type HelpLine, HelpNowBar } from '../components/help-now-bar.tsx';
import { LanguageBar, type LanguageLink } from '../components/language-bar.tsx';
import { Notification, type NotificationProps } from '../components/notification.tsx';
import { SkipLinks } from '../components/skip-links.tsx';
import { DoorMark, Icon } from '../icons.tsx';
import { LanguageProvider, WordsProvider } from '../language.tsx';
import { type Direction, type Language, type Texts, texts } from '../texts.ts';
import { Document } from './document.tsx';
import type { ServiceFrame } from './staff-page.tsx';

export interface PersonPageProps {
  /** Says nothing about the subject: “Question 3 of 6”, “Your page”. */
  readonly title: string;
  readonly language: Language;
  readonly direction: Direction;
  /** The design’s words as the place has them; the shipped ones where left out. */
  readonly words?: Texts | undefined;
  /** The separately written Easy Read: nothing on it is small. */
  readonly easy?: boolean | undefined;
  /** Somebody who reads the language checked its words; if not, the page says so. */
  readonly reviewed?: boolean | undefined;
  /** Address of the same page in English, for a page whose words nobody checked. */
  readonly inEnglish?: string | undefined;
  /** Said in the reader’s own language on a page that is only in English. */
  readonly onlyEnglish?: { readonly text: string; readonly lang: string; readonly direction: Direction } | undefined;
  /** `name` is the neutral name shown in public. */
  readonly service: ServiceFrame;
  /** A neutral site, set by the service. Volunteers' pages have `worried` instead. */
  readonly exitUrl: string;
  /** The neutral page that the way out ends at; a script goes there at once and tells the way out behind it. */
  readonly exitTo?: string | undefined;
  /** In place of Exit on volunteers' pages. */
  readonly worried?: { readonly text: string; readonly href: string } | undefined;
  readonly helpNow: readonly HelpLine[];
  readonly back?: { readonly href: string; readonly text?: string | undefined } | undefined;
  readonly step?: { readonly at: number; readonly of: number } | undefined;
  readonly languages?: readonly LanguageLink[] | undefined;
  /** Page that tells how to clear a visit; `/hide-visit` where it is left out. */
  readonly hideVisit?: string | undefined;
  readonly banner?: DemoBannerProps | undefined;
  readonly tour?: TourBarProps | undefined;
  /** Faults of the form, printed first in main; the title then says so. */
  readonly errors?: readonly FieldError[] | undefined;
  /** The title says so, for a page that prints its faults itself. */
  readonly error?: boolean | undefined;
  readonly flash?: NotificationProps | undefined;
  readonly saveData?: boolean | undefined;
  readonly scripts?: readonly string[] | undefined;
  readonly children: ComponentChildren;
}

export const PersonPage = (page: PersonPageProps) => {
  const words = page.words ?? texts[page.language];
  return (
    <Document
      title={`${page.error || page.errors?.length ? `${words.error}: ` : ''}${page.title} – ${page.service.name}`}
      language={page.language}
      direction={page.direction}
      bundle="person"
      theme={page.service.theme}
      scripts={page.scripts}
      saveData={page.saveData}
    >
      <WordsProvider value={words}>
        <LanguageProvider value={page.language}>
          <SkipLinks links={[{ text: words.skipToMain, target: 'maincontent' }]} />
          {page.banner ? <DemoBanner {...page.banner} /> : null}
          <header class="od-person-top">
            {page.worried ? null : (
              <a
                class="nhsuk-skip-link"
                href={page.exitUrl}
                rel="nofollow noreferrer"
                data-exit={page.exitTo ?? ''}
                data-loading={words.exitLoading}
              >
                {words.exit}
              </a>
            )}
            <a class="od-person-top__service" href={page.service.home ?? '/'}>
              <DoorMark />
              <span class="od-person-top__name">{page.service.name}</span>
            </a>
            {page.worried ? (
              <a class="od-exit" href={page.worried.href}>
                <Icon name="alert" />
                {page.worried.text}
              </a>
            ) : (
              <ExitThisPage href={page.exitUrl} to={page.exitTo} />
            )}
          </header>
          {page.tour ? <TourBar {...page.tour} /> : null}
          <main class={classNames('od-person', page.easy && 'od-person--easy')} id="maincontent" tabindex={-1}>
            {page.back ? <BackLink {...page.back} /> : null}
            {page.onlyEnglish ? (
              <p class="od-person__only" lang={page.onlyEnglish.lang} dir={page.onlyEnglish.direction}>
                {page.onlyEnglish.text}
              </p>
            ) : null}
            {page.flash ? <Notification {...page.flash} /> : null}
            <ErrorSummary errors={page.errors ?? []} />
            {page.step ? <p class="od-person__step">{words.question(page.step)}</p> : null}
            {page.children}
          </main>
          <footer class="od-person-foot">
            {page.languages ? <LanguageBar links={page.languages} /> : null}
            {page.language === 'en' || page.reviewed ? null : (
              <p class="od-person-foot__unreviewed">
                {words.unreviewed}{' '}
                {page.inEnglish ? (
                  <a href={page.inEnglish} hreflang="en-GB">
                    {words.readInEnglish}
                  </a>
                ) : null}
              </p>
            )}
            {page.worried ? null : (
              <p>
                {words.history} <a href={page.hideVisit ?? '/hide-visit'}>{words.hideVisit}</a>
              </p>
            )}
          </footer>
          <HelpNowBar lines={page.helpNow} />
        </LanguageProvider>
      </WordsProvider>
    </Document>
  );
};
