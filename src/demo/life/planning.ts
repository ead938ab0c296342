// The plan that they agreed at their second meeting, with its goals and first steps.
import { addDays } from '../../platform/clock.ts';
import { firstSteps, goals } from '../invented.ts';
import type { Support } from './supporting.ts';
import { at, type Telling } from './telling.ts';

export function agreePlan(telling: Telling, { enrolmentId, ended, sessionDays }: Support): void {
  const { setting, course, personId, worker, add, event, trace } = telling;
  const { identify, random, now } = setting;
  const { story } = course;
  const planDay = sessionDays[1];
  if (planDay && at(planDay, '12:00') < now) {
    const planId = identify();
    const agreedAt = at(planDay, '12:00');
    const written = { createdAt: agreedAt, createdBy: worker };
    add('plan', {
      id: planId,
      personId,
      enrolmentId,
      number: 1,
      state: 'agreed',
      aboutMe: 'I’m better in the mornings. I’d rather be asked than told.',
      whatMatters: story.help,
      howToSupportMe: 'Text first. Say what we will talk about, and stick to it.',
      strengths: 'I notice when other people are struggling. I can cook for anybody.',
      stayWell: ended ? 'Walks, Wednesday group, post opened on the day.' : '',
      earlySigns: ended ? 'Letters piling up. Not answering my sister.' : '',
      whoToCall: ended ? 'My sister, then the front door.' : '',
      agreedHow: 'agreed',
      agreedOn: planDay,
      workerId: worker,
      reviewOn: addDays(planDay, 84),
      version: 3,
      ...written,
      changedAt: agreedAt,
      changedBy: worker,
    });
    trace('plan', planId, 'story', [
      [null, 'draft', agreedAt, worker, 'KW'],
      ['draft', 'shared', agreedAt, worker, 'KW'],
      ['shared', 'agreed', agreedAt, worker, 'KW'],
    ]);
    event('plan.agreed', 'story', agreedAt, ['plan', planId], { data: { number: 1, goals: 2, differs: false }, createdBy: worker });
    for (let position = 0; position < 2; position += 1) {
      const goalId = identify();
      add('goal', {
        id: goalId,
        planId,
        personId,
        position,
        words: random.pick(goals),
        baseline: random.between(1, 4),
        progress: ended ? random.between(5, 9) : random.between(3, 6),
        ...written,
      });
      for (let order = 0; order < 3; order += 1)
        add('goalStep', {
          id: identify(),
          goalId,
          personId,
          position: order,
          what: random.pick(firstSteps),
          owner: order === 0 ? 'worker' : 'person',
          byOn: addDays(planDay, 14 * (order + 1)),
          doneOn: ended || order === 0 ? addDays(planDay, 10 * (order + 1)) : null,
          ...written,
        });
    }
  }
}
