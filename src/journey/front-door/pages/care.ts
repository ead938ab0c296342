// The place’s help lines as rows of a care box.
import type { CareRoute } from '../../../design/components/care-box.tsx';
import type { WayToHelp } from '../setting.ts';

const icons: Readonly<Record<WayToHelp['kind'], CareRoute['icon']>> = {
  emergency: 'alert',
  urgent: 'phone',
  local: 'people',
  listening: 'phone',
  text: 'chat',
};

/** Only the kinds named, in that order. */
export const careRoutes = (ways: readonly WayToHelp[], kinds: readonly WayToHelp['kind'][]): CareRoute[] =>
  kinds.flatMap((kind) =>
    ways.filter((way) => way.kind === kind).map((way) => ({ icon: icons[kind], action: way.name, when: way.about, href: way.href })),
  );
