// What stands on the envelope of a letter (S3.6): their name and address, plain words, and where it comes back to. Pure. Nothing that names a service or says why.
import { notPlain } from './wording.ts';

export interface Envelope {
  /** Name, then the lines of the address. */
  readonly to: readonly string[];
  /** Such as “Private”; '' where the place’s own would give something away. */
  readonly words: string;
  /** Empty where there is none that is safe to show. */
  readonly returnAddress: readonly string[];
}

/** The place’s words and return address are left out where they are not plain, whatever let them in. `names` are those of its services and teams. */
export function envelopeOf(
  letter: { readonly toName: string; readonly toValue: string },
  letters: { readonly envelope: string; readonly returnAddress: readonly string[] },
  names: readonly string[],
): Envelope {
  const plain = (words: string): boolean => notPlain(words, names) === null;
  const address = letter.toValue.split(/\s*[,\n]\s*/u).filter(Boolean);
  return {
    to: [letter.toName, ...address].filter(Boolean),
    words: plain(letters.envelope) ? letters.envelope : '',
    returnAddress: letters.returnAddress.every(plain) ? letters.returnAddress : [],
  };
}
