/** The product's own icons, drawn on a grid of 24. They stand beside words, never instead of them, so readers skip them. */
import { classNames } from './class-names.ts';

const paths = {
  search: ['M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z', 'm20 20-4-4'],
  alert: ['M12 4 2.8 19.5h18.4L12 4Z', 'M12 10v4.5', 'M12 17.2v.1'],
  shield: ['M12 3 5 6v5c0 4.6 3 8.4 7 10 4-1.6 7-5.4 7-10V6l-7-3Z', 'm9 12 2 2 4-4'],
  check: ['m5 12.5 4.5 4.5L19 7.5'],
  cross: ['M6 6l12 12M18 6 6 18'],
  clock: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z', 'M12 7.5V12l3 2'],
  people: [
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
    'M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6',
    'M16 5.3a3.5 3.5 0 0 1 0 6.4M18 14.6c2.1.9 3.5 2.8 3.5 5.4',
  ],
  chat: ['M4 5h16v11H9l-5 4V5Z'],
  phone: ['M5 4h4l1.5 5-2.3 1.6a12 12 0 0 0 5.2 5.2L15 13.5 20 15v4c0 .6-.4 1-1 1C11 20 4 13 4 5c0-.6.4-1 1-1Z'],
  home: ['M4 11.5 12 5l8 6.5', 'M6.5 10v9.5h11V10', 'M10 19.5v-5h4v5'],
  note: ['M6 3.5h8.5L19 8v12.5H6v-17Z', 'M14 3.5V8.5h5', 'M9 12.5h6.5M9 16h6.5'],
  calendar: ['M4.5 6h15v14h-15V6Z', 'M4.5 10.5h15M8.5 3.5V7M15.5 3.5V7'],
  link: ['M9.5 14.5l5-5M10.5 6.5l1.7-1.7a4 4 0 0 1 5.7 5.7l-1.7 1.7M13.5 17.5l-1.7 1.7a4 4 0 0 1-5.7-5.7l1.7-1.7'],
  bell: ['M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15L6 16.5Z', 'M10 20.5h4'],
  plus: ['M12 5v14M5 12h14'],
  chart: ['M4.5 4.5v15h15', 'm8 14.5 3.5-4 3 2.5 4.5-6'],
  lock: ['M5 11h14v9.5H5V11Z', 'M8 11V8a4 4 0 0 1 8 0v3'],
  flag: ['M6 21V4h12l-2.5 4.5L18 13H6'],
  pin: ['M12 21c4.5-4.6 6.8-8.2 6.8-11.2a6.8 6.8 0 0 0-13.6 0C5.2 12.8 7.5 16.4 12 21Z', 'M12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z'],
  exit: ['M10 4H5v16h5', 'm14 8 4 4-4 4M18 12H9'],
  back: ['m14 6-6 6 6 6'],
  forward: ['M5 12h14M13 6l6 6-6 6'],
  think: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z', 'M12 7.5v5.5M12 16.2v.1'],
  stop: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z', 'M6 6l12 12'],
  pause: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z', 'M10 9v6M14 9v6'],
  print: ['M7 8.5V4h10v4.5', 'M7 17H4.5V8.5h15V17H17', 'M7 14h10v6H7v-6Z'],
  download: ['M12 4v11M7.5 10.5 12 15l4.5-4.5', 'M4.5 19.5h15'],
  menu: ['M4 7h16M4 12h16M4 17h16'],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof paths;

/** Icons that point along the line of reading turn round where reading runs from right to left. */
const turning: ReadonlySet<IconName> = new Set(['exit', 'back', 'forward', 'note']);

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    class={classNames('od-icon', turning.has(name) && 'od-icon--turns')}
    viewBox="0 0 24 24"
    width="20"
    height="20"
    aria-hidden="true"
    focusable="false"
  >
    {paths[name].map((path) => (
      <path key={path} d={path} />
    ))}
  </svg>
);

/** The half-open door. A service may show its own mark instead. */
export const DoorMark = () => (
  <svg class="od-mark" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" focusable="false">
    <rect x="3" y="2" width="26" height="28" rx="5" fill="#f2b632" />
    <path d="M9 30V12a7 7 0 0 1 14 0v18Z" fill="#0b3b43" />
    <path d="M9 30V12a7 7 0 0 1 7-7v25Z" fill="#fff" />
    <circle cx="13.2" cy="18" r="1.3" fill="#0b3b43" />
  </svg>
);
