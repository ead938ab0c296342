/** Enhancements of staff pages. Everything works without them. */
import { startCloses } from './closes.js';
import { startDrafts } from './drafts.js';
import { startFields } from './fields.js';
import { startKeys } from './keys.js';
import { startMenus } from './menus.js';
import { startPalette } from './palette.js';
import { startPresence } from './presence.js';
import { startPreviews } from './previews.js';
import { startUnderWay } from './under-way.js';

startFields();
startMenus();
startKeys();
startPalette();
startDrafts();
startPreviews();
startPresence();
startUnderWay();
startCloses();
