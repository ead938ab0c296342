// One invented life in the service, as rows: from asking for help to the door left open, with every trace that the program itself would have left.
import { ask, writePerson } from './life/asking.ts';
import type { Course, Rows, Setting } from './life/course.ts';
import { decide } from './life/deciding.ts';
import { meet } from './life/meeting.ts';
import { agreePlan } from './life/planning.ts';
import { support } from './life/supporting.ts';
import { beginTelling } from './life/telling.ts';

export type { Course, Reached, Rows, Setting, Who } from './life/course.ts';

export function live(setting: Setting, course: Course): Rows {
  const telling = beginTelling(setting, course);
  writePerson(telling);
  const asked = ask(telling);
  if (course.reached === 'waiting' || course.reached === 'reading' || course.reached === 'withdrawn') return telling.rows;
  const accepted = decide(telling, asked);
  if (!accepted) return telling.rows;
  const supported = support(telling, accepted);
  meet(telling, supported);
  agreePlan(telling, supported);
  return telling.rows;
}
