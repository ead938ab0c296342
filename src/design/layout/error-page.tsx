/** What went wrong, in words: what happened, what to do, that words are kept, a reference, one way on. The status is the server's. */
import type { ComponentChildren } from 'preact';
import { ButtonLink } from '../components/button.tsx';
import { staffTexts } from '../texts.ts';
import { PersonPage, type PersonPageProps } from './person-page.tsx';
import { PublicPage, type PublicPageProps } from './public-page.tsx';

export interface ProblemMessageProps {
  /** “Sorry, that did not save.” */
  readonly title: string;
  /** “Your words are still here. Try again.” */
  readonly detail: ComponentChildren;
  /** What someone can read out when they ask for help. */
  readonly reference?: string | undefined;
  readonly way?: { readonly text: string; readonly href: string } | undefined;
  readonly children?: ComponentChildren;
}

/** Also usable inside a staff page. */
export const ProblemMessage = ({ title, detail, reference, way, children }: ProblemMessageProps) => (
  <div class="od-problem">
    <h1 class="od-problem__title">{title}</h1>
    <p class="od-problem__detail">{detail}</p>
    {children}
    {way ? (
      <p>
        <ButtonLink look="secondary" href={way.href}>
          {way.text}
        </ButtonLink>
      </p>
    ) : null}
    {reference ? (
      <p class="od-problem__reference">
        {staffTexts.reference} <bdi dir="ltr">{reference}</bdi>
      </p>
    ) : null}
  </div>
);

export type ErrorPageProps = ProblemMessageProps & Omit<PublicPageProps, 'title' | 'children' | 'error'>;

export const ErrorPage = ({ title, detail, reference, way, children, ...page }: ErrorPageProps) => (
  <PublicPage {...page} title={title}>
    <ProblemMessage title={title} detail={detail} reference={reference} way={way}>
      {children}
    </ProblemMessage>
  </PublicPage>
);

export type PersonErrorPageProps = ProblemMessageProps & { readonly page: Omit<PersonPageProps, 'children' | 'error'> };

/** The same for people who use the service: their title stays bland, leaving and help stay where they are. */
export const PersonErrorPage = ({ page, ...problem }: PersonErrorPageProps) => (
  <PersonPage {...page}>
    <ProblemMessage {...problem} />
  </PersonPage>
);
