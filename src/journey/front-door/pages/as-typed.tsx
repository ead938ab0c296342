/** Somebody’s words as they typed them: their line ends, their direction, and nothing of them taken for markup. */
import { Fragment } from 'preact';

export const AsTyped = ({ text }: { readonly text: string }) => (
  <span dir="auto">
    {text.split('\n').map((line, at) => (
      <Fragment key={at}>
        {at > 0 ? <br /> : null}
        {line}
      </Fragment>
    ))}
  </span>
);
