export { arabic as polish } from './ar.ts';
