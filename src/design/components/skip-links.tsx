/** One to three links, first in the tab order, that jump to the parts of the page someone works in. */
export interface SkipLink {
  readonly text: string;
  /** Id of a heading or region with `tabindex="-1"`. */
  readonly target: string;
}

export const SkipLinks = ({ links }: { readonly links: readonly SkipLink[] }) => (
  <>
    {links.map(({ text, target }) => (
      <a key={target} class="nhsuk-skip-link" data-module="nhsuk-skip-link" href={`#${target}`}>
        {text}
      </a>
    ))}
  </>
);
