/** Enhancements of person pages. Everything works without them. */
import { startDrafts } from './drafts.js';
import { startExit } from './exit.js';
import { startFields } from './fields.js';
import { startPreviews } from './previews.js';

startExit();
startFields();
startPreviews();
startDrafts();
