// Reads a command's words and options, and says plainly which one it does not know.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { didYouMean } from '../platform/closest.ts';
import { UsageFault } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** As node:util's parseArgs, with faults in plain words. */
export function readOptions<const O extends Options>(words: readonly string[], options: O) {
  for (const word of words) {
    const name = /^--(?:no-)?([^=]+)/.exec(word)?.[1];
    if (word === '--') break;
    if (name && !Object.hasOwn(options, name))
      throw new UsageFault(`There is no option --${name}. ${didYouMean(name, Object.keys(options))}`.trim());
  }
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error));
  }
}
