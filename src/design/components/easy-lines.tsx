/** Easy Read: one idea a line, a picture before the words. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons.tsx';

export interface PicturedLine {
  readonly picture: IconName;
  readonly text: ComponentChildren;
}

export const EasyLines = ({ lines }: { readonly lines: readonly PicturedLine[] }) =>
  lines.length === 0 ? null : (
    <ul class="od-easy">
      {lines.map(({ picture, text }, at) => (
        <li key={at} class="od-easy__line">
          <span class="od-easy__picture">
            <Icon name={picture} />
          </span>
          <span class="od-easy__words">{text}</span>
        </li>
      ))}
    </ul>
  );
