// Every job that comes round by itself or is put into the queue by an action.
import type { Job } from './platform/jobs/job.ts';

export const jobs: readonly Job[] = [];
