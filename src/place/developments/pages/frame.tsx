/** What every page about changes shows at its head: the three parts of the room. */
import { Segments } from '../../../design/components/segments.tsx';

const parts = [
  { text: 'Developments and money', href: '/changes' },
  { text: 'Proposals', href: '/changes/proposals' },
  { text: 'Consultations', href: '/changes/consultations' },
] as const;
export type PartAddress = (typeof parts)[number]['href'];

export const Parts = ({ current }: { readonly current: PartAddress }) => (
  <nav aria-label="Parts of changes">
    <Segments label="Changes" segments={parts.map((part) => ({ ...part, current: part.href === current }))} />
  </nav>
);
