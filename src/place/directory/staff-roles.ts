// Who of staff works with the directory: everybody, because everybody sends people somewhere.
import { type AccessRole, roles } from '../../platform/web/permission.ts';

export const staffRoles: readonly AccessRole[] = [
  'TRI', 'SNR', 'KW', 'CO_VOLUNTEERS', 'CO_HUB', 'HOST', 'HOU', 'EMP', 'PAR', 'SG', 'MGR', 'COM', 'IG', 'ADM',
]; // biome-ignore format: one line reads as the matrix does
export const staff = roles(...staffRoles);
