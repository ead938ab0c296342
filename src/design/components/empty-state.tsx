/** Why a list is empty and what to do: first use, nothing today, no match, or no access. A paragraph, no picture. */
import type { ComponentChildren } from 'preact';

export interface EmptyStateProps {
  /** “Nothing booked yet. Amara texts by Tuesday.” */
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
}

export const EmptyState = ({ children, action }: EmptyStateProps) => (
  <div class="od-empty">
    <p>{children}</p>
    {action ? <div class="od-empty__action">{action}</div> : null}
  </div>
);
