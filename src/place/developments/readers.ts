// Who reads what is being changed here: everybody who works here, because it changes their work too.
import { type AccessRole, roles } from '../../platform/web/permission.ts';

export const readerRoles: readonly AccessRole[] = [
  'TRI', 'SNR', 'KW', 'CO_VOLUNTEERS', 'CO_HUB', 'VOL', 'HOST', 'HOU', 'EMP', 'PAR', 'SG', 'MGR', 'COM', 'IG', 'ADM',
]; // biome-ignore format: one line reads as the matrix does
export const readers = roles(...readerRoles);
