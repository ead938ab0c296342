/** The dialog behind Ctrl K. The script opens it, makes its input a combobox and fills it from `/find.json?q=`; without script the button in the bar is a link to `/find`. */
import { Icon } from '../icons.tsx';
import { staffTexts } from '../texts.ts';

/** The shape of the answer of `/find.json?q=`. Never a record out of the reader's reach. */
export interface FindAnswer {
  readonly groups: readonly {
    readonly title: string;
    readonly results: readonly { readonly text: string; readonly detail?: string | undefined; readonly href: string }[];
  }[];
}

export const CommandPalette = ({ action }: { readonly action: string }) => (
  <dialog class="od-palette" id="palette" aria-label={staffTexts.find}>
    <form class="od-palette__form" method="get" action={action}>
      <Icon name="search" />
      <input
        class="od-palette__input"
        id="palette-q"
        name="q"
        type="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={staffTexts.find}
      />
      <button class="od-palette__close" type="submit">
        {staffTexts.findPlace}
      </button>
      <button class="od-palette__close" type="button" data-close>
        {staffTexts.close}
      </button>
    </form>
    <p class="od-palette__note" role="status" data-none={staffTexts.findNone} data-offline={staffTexts.findOffline}>
      {staffTexts.findHint}
    </p>
    <div class="od-palette__results" id="palette-results" />
  </dialog>
);
