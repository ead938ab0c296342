export { arabic as somali } from './ar.ts';
