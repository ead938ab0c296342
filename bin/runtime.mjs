// Finds a Node new enough for native TypeScript (22.18 or later): the one this project installs, else the system's. Says what to do when neither is there.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const least = [22, 18];

function projectNode() {
  const name = { linux: 'linux', win32: 'win' }[process.platform];
  if (!name) return null;
  const binary = new URL(`node_modules/node-${name}-${process.arch}/bin/node${process.platform === 'win32' ? '.exe' : ''}`, root);
  return existsSync(binary) ? fileURLToPath(binary) : null;
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}

export function runOnProjectNode(args) {
  const node = projectNode() ?? (isNewEnough(process.versions.node) ? process.execPath : null);
  if (!node) {
    console.error(
      `One Door needs Node ${least.join('.')} or later and this is ${process.versions.node}. Run "npm ci" here, which brings one for Linux and Windows, or install a newer Node.`,
    );
    process.exit(1);
  }
  const loader = new URL('src/loader.mjs', root).href;
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', '--import', loader, ...args], { stdio: 'inherit' });
  // The program stops in its own time. It knows that Ctrl-C in a terminal reaches it from there and from here.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1));
  });
}
