// Checks blueprints and prints every fault with its file, line and fix.
import { blueprintFolder } from '../place/setting-up/read-place.ts';
import { checkBlueprints } from '../platform/blueprint/check.ts';
import { type Command, UsageFault } from './command.ts';
import { readOptions } from './options.ts';

export const command: Command = {
  help: `Checks blueprints: the services, rules and words of a place, as files.

  onedoor blueprint check             every blueprint that comes with One Door
  onedoor blueprint check FOLDER      one blueprint, or every one in a folder

Exit code 0 when there is no fault, 1 when there is one.`,

  async run(words, { say }) {
    const [act, folder = blueprintFolder, ...more] = readOptions(words, {}).positionals;
    if (act !== 'check' || more.length > 0)
      throw new UsageFault('Say "onedoor blueprint check", and a folder where it is not the usual one.');
    const { text, exitCode } = checkBlueprints(folder);
    say(text.trimEnd());
    return exitCode;
  },
};
