/** The panes of a desk (queue, item, decision) and of a bench (queue, item with its bar). */
import type { ComponentChildren } from 'preact';
import { BackLink } from '../components/back-link.tsx';
import { type Segment, Segments } from '../components/segments.tsx';

export interface QueuePaneProps {
  readonly title: string;
  /** “12 waiting. Longest wait: 22 hours.” */
  readonly sentence?: ComponentChildren;
  readonly segments?: readonly Segment[] | undefined;
  /** Shown instead of the list where panes stack: “Back to all 12”. */
  readonly back: { readonly text: string; readonly href: string };
  readonly children: ComponentChildren;
}

export const QueuePane = ({ title, sentence, segments, back, children }: QueuePaneProps) => (
  <section class="od-pane od-pane--queue" aria-labelledby="queue-title">
    <div class="od-pane__head">
      <h1 class="od-pane__title" id="queue-title">
        {title}
      </h1>
      {sentence ? <p class="od-pane__sentence">{sentence}</p> : null}
      {segments ? <Segments segments={segments} /> : null}
    </div>
    <div class="od-pane__back">
      <BackLink href={back.href} text={back.text} />
    </div>
    <div class="od-pane__list">{children}</div>
  </section>
);

/** The one being read. Its heading is a `PageTitle` of level 2 with the id the skip link names. */
export const ItemPane = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }) => (
  <section class="od-pane od-pane--item" aria-label={label}>
    {children}
  </section>
);

/** The decision beside it: a `DecisionPanel`. */
export const DecisionPane = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="od-pane od-pane--decision">{children}</div>
);

export interface BenchPaneProps {
  readonly action: string;
  readonly label: string;
  readonly draft?: string | undefined;
  /** A `DecisionBar`. */
  readonly bar: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The item of a bench with its choices: one form, one bar. */
export const BenchPane = ({ action, label, draft, bar, children }: BenchPaneProps) => (
  <form class="od-pane od-pane--bench" method="post" action={action} novalidate aria-label={label} data-draft={draft}>
    <div class="od-pane__body">{children}</div>
    {bar}
  </form>
);
