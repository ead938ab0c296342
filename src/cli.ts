// The command line: finds the command, gives it its surroundings, and turns what comes of it into words and an exit code.
import { type Surroundings, UsageFault } from './commands/command.ts';
import { commands } from './commands/table.ts';
import { didYouMean } from './platform/closest.ts';
import { InstallationFault } from './platform/installation-fault.ts';
import { fault } from './platform/logging.ts';
import { settingsExplained } from './platform/settings.ts';
import { listenForInterruption } from './platform/stopping.ts';

const usage = 2;

/** Runs one command line, such as ['migrate', '--look'], and returns the exit code. */
export async function onedoor(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = words;
  const { say, tell, signal } = surroundings;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    say(overview());
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    tell(
      `There is no command “${name}”. ${didYouMean(name, Object.keys(commands))} "onedoor --help" lists them all.`.replaceAll('  ', ' '),
    );
    return usage;
  }
  const { command } = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    say(command.help);
    return 0;
  }
  try {
    const code = await command.run(rest, surroundings);
    return signal.aborted && code === 0 ? interrupted(surroundings, name) : code;
  } catch (error) {
    if (signal.aborted) return interrupted(surroundings, name);
    if (error instanceof UsageFault) {
      tell(`${error.message}\n"onedoor ${name} --help" says how it is called.`);
      return usage;
    }
    const inUse = portInUse(error);
    if (inUse !== null)
      tell(`Port ${inUse} is already in use. Stop what uses it, or set PORT to another number, such as PORT=${inUse + 1}.`);
    else if (error instanceof InstallationFault) tell(error.message);
    else tell(ownFault(error));
    return 1;
  }
}

const portInUse = (error: unknown): number | null =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error && typeof error.port === 'number'
    ? error.port
    : null;

/** What kind of fault and where in the program, not its message, which can quote people. */
function ownFault(error: unknown): string {
  const { type, stack } = error instanceof Error ? fault(error) : { type: typeof error, stack: '' };
  return `Sorry, One Door stopped because of a fault of its own (${type}).\n${stack}`;
}

/** `start` counts stopping as done; any other command was stopped half way. */
function interrupted({ signal, tell }: Surroundings, name: string): number {
  if (name === 'start') return 0;
  tell(`Stopped. Run "onedoor ${name}" again to go on.`);
  return typeof signal.reason === 'number' ? signal.reason : 1;
}

function overview(): string {
  const list = (rows: readonly (readonly [string, string])[]): string => {
    const width = Math.max(...rows.map(([name]) => name.length));
    return rows.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`).join('\n');
  };
  return `One Door runs integrated community mental-health and wellbeing services.

Commands, each with --help:
${list(Object.entries(commands).map(([name, { summary }]) => [`onedoor ${name}`, summary]))}

Settings, as environment variables:
${list(settingsExplained.map(({ name, meaning }) => [name, meaning]))}`;
}

function onTerminal(signal: AbortSignal): Surroundings {
  const terminal = process.stderr.isTTY;
  let unfinished = false;
  const endLine = (): void => {
    if (unfinished) process.stderr.write('\n');
    unfinished = false;
  };
  return {
    environment: process.env,
    signal,
    say(line) {
      endLine();
      process.stdout.write(`${line}\n`);
    },
    tell(line) {
      endLine();
      process.stderr.write(`${line}\n`);
    },
    progress(done, of, words) {
      process.stderr.write(terminal ? `\r\u001b[2K${done} of ${of}: ${words}` : `${done} of ${of}: ${words}\n`);
      unfinished = terminal;
      if (done === of) endLine();
    },
  };
}

if (import.meta.main) {
  const interruption = listenForInterruption();
  // Whoever read along has gone, as after "onedoor start | head": stopped like by Ctrl-C, so that the database stops too.
  let readAlong = true;
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => {
      if (readAlong) process.kill(process.pid, 'SIGTERM');
      readAlong = false;
    });
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${ownFault(error)}\n`);
    process.exit(1);
  });
  process.exitCode = await onedoor(process.argv.slice(2), onTerminal(interruption.signal));
  interruption.release();
}
