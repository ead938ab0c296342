// The program itself in a process of its own, as it runs anywhere, on the scratch database.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { InstallationFault } from '../src/platform/installation-fault.ts';

export interface RunningHouse {
  readonly address: string;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('../bin/onedoor.mjs', import.meta.url));
const opensWithin = 180_000;

/** A socket’s address has no host, which a setting must have; the folder of the socket in it wins. Starts a demo on a database that is filled already, or on an empty folder that it fills, and waits until it is open. */
export async function startHouse(settings: { readonly databaseUrl: string } | { readonly folder: string }): Promise<RunningHouse> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(process.execPath, [program, 'start'], {
    env: {
      ...process.env,
      ONEDOOR_MODE: 'demo',
      PORT: String(port),
      LOG_LEVEL: 'error',
      ...('folder' in settings
        ? { DATA_DIR: settings.folder, DATABASE_URL: '' }
        : { DATABASE_URL: settings.databaseUrl.replace('@/', '@localhost/') }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new InstallationFault(`The house did not open in time.\n${said}`)), opensWithin);
    const hear = (part: Buffer): void => {
      said += part.toString();
      if (/is open at/.test(said)) {
        clearTimeout(late);
        resolve();
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => {
      clearTimeout(late);
      reject(new InstallationFault(`The house did not open.\n${said}`));
    });
  }).catch(async (error: unknown) => {
    child.kill('SIGTERM');
    await gone;
    throw error;
  });
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
