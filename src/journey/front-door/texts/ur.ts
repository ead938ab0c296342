export { arabic as urdu } from './ar.ts';
