#!/usr/bin/env node
// The command `onedoor`.
import { fileURLToPath } from 'node:url';
import { runOnProjectNode } from './runtime.mjs';

runOnProjectNode([fileURLToPath(new URL('../src/cli.ts', import.meta.url)), ...process.argv.slice(2)]);
