// What a command of `onedoor` is, and what it is given. Each is one file here, loaded only when it is asked for.

/** What a command has around it, so that tests can give it their own. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted when someone presses Ctrl-C. A command stops where that is safe, and can be run again. */
  readonly signal: AbortSignal;
  /** A line of the answer, on standard output. */
  say(line: string): void;
  /** A line about the work, on standard error. */
  tell(line: string): void;
  /** How far the work is; on a terminal in one line that changes. */
  progress(done: number, of: number, words: string): void;
}

export interface Command {
  /** What is printed by `onedoor NAME --help`: what it does, how it is called, its options. */
  readonly help: string;
  /** Returns the exit code: 0 well done, 1 not, 2 wrongly called. Throws InstallationFault for what the caller can put right. */
  run(words: readonly string[], surroundings: Surroundings): Promise<number>;
}

/** The command was called in a way that it does not know. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}
