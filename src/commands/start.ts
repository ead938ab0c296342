// Opens the house and keeps it open until somebody stops it.
import { open } from '../main.ts';
import { readSettings } from '../platform/settings.ts';
import { runUntilStopped } from '../platform/stopping.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

export const command: Command = {
  help: `Starts One Door and prints where it is.

  onedoor start

Without settings it is a demo: a database of its own in ./data, invented people, and nothing is sent.
ONEDOOR_MODE=production with DATABASE_URL is the real service; run "onedoor setup" once before.
Stop with Ctrl-C: requests that have begun are finished.`,

  async run(words, { environment, say, tell, progress }) {
    readOptions(words, {});
    const { settings, warnings } = readSettings(environment);
    for (const warning of warnings) tell(warning);
    return runUntilStopped(
      async (started, signal) => {
        const address = await open(settings, { started, signal, progress });
        say(`One Door is open at ${address}`);
        if (settings.mode === 'demo')
          say('demo: nothing is sent. Everybody in it is invented. For a real service, see "onedoor setup --help".');
      },
      { onFault: (step) => tell(`${step.name} did not stop cleanly.`) },
    );
  },
};
