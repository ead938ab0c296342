/** The two columns of a record: what matters at the start, what helps beside it. */
import type { ComponentChildren } from 'preact';

export const RecordMain = ({ children }: { readonly children: ComponentChildren }) => <div class="od-record__main">{children}</div>;

export const RecordSide = ({ children }: { readonly children: ComponentChildren }) => <div class="od-record__side">{children}</div>;
