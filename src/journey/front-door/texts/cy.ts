export { arabic as welsh } from './ar.ts';
