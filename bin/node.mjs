#!/usr/bin/env node
// Runs the rest of the command line on the project's own Node with the .tsx loader, whatever Node the machine has.
import { runOnProjectNode } from './runtime.mjs';

runOnProjectNode(process.argv.slice(2));
