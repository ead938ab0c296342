// Their meetings, with what was written and measured at each, and the clocks that the first one stops.
import { core10 } from '../../journey/measures/instruments/core-10.ts';
import { score } from '../../journey/measures/score.ts';
import { notes } from '../invented.ts';
import type { Support } from './supporting.ts';
import { at, hour, type Telling } from './telling.ts';

export function meet(telling: Telling, { enrolmentId, acceptedAt, ended, firstMeeting, sessionDays }: Support): void {
  const { setting, course, rows, personId, worker, add, event, trace } = telling;
  const { identify, random, now, staffName } = setting;
  for (const [index, day] of sessionDays.entries()) {
    const sessionId = identify();
    const startsAt = at(
      day,
      (day === course.next?.day ? course.next.time : undefined) ?? random.pick(['09:30', '11:00', '13:30', '15:00', '16:00']),
    );
    const isAhead = startsAt > now;
    const missed = !isAhead && index > 0 && index < sessionDays.length - 1 && random.chance(0.08);
    const booked = new Date(startsAt.getTime() - 7 * 24 * hour);
    add('supportSession', {
      id: sessionId,
      personId,
      enrolmentId,
      workerId: worker,
      state: isAhead ? 'scheduled' : missed ? 'missed' : 'written_up',
      startsAt,
      minutes: 50,
      channel: random.pick(['01', '01', '02']),
      place: random.pick(['At the library', 'At home', 'Community room', 'On the phone']),
      attendance: isAhead ? null : missed ? '3' : '5',
      version: isAhead ? 1 : 3,
      createdAt: booked < acceptedAt ? acceptedAt : booked,
      createdBy: worker,
    });
    trace('support_session', sessionId, 'contact', [
      [null, 'scheduled', booked, worker, 'KW'],
      ...(isAhead
        ? []
        : missed
          ? ([['scheduled', 'missed', startsAt, worker, 'KW']] as const)
          : ([
              ['scheduled', 'attended', startsAt, worker, 'KW'],
              ['attended', 'written_up', startsAt, worker, 'KW'],
            ] as const)),
    ]);
    if (isAhead) continue;
    if (missed) {
      event('session.missed', 'contact', startsAt, ['support_session', sessionId], { createdBy: worker });
      continue;
    }
    event('session.attended', 'contact', startsAt, ['support_session', sessionId], { data: { on: day }, createdBy: worker });
    const [did, agreed, mood] = notes[index % notes.length] ?? notes[0];
    const written = new Date(startsAt.getTime() + hour);
    add('sessionNote', { id: identify(), sessionId, personId, did, agreed, mood, nextStep: agreed, createdAt: written, createdBy: worker });
    event('session.written_up', 'clinical', written, ['support_session', sessionId], {
      data: { minutes: 50, worker: staffName(course.keyWorker) },
      createdBy: worker,
    });
    const answers = course.measures[index];
    if (answers) {
      const requestId = identify();
      const scored = score(core10, answers);
      const total = scored.kind === 'scored' ? scored.total : null;
      const point = index === 0 ? 'baseline' : ended && index === sessionDays.length - 1 ? 'end' : 'review';
      const about = { personId, instrument: core10.id, instrumentVersion: core10.version, point, createdAt: written, createdBy: worker };
      add('measureRequest', { id: requestId, ...about, enrolmentId, sessionId, state: 'scored', dueOn: day, version: 5 });
      trace('measure_request', requestId, 'measures', [
        [null, 'due', written, worker, 'KW'],
        ['due', 'sent', written, worker, 'KW'],
        ['sent', 'opened', written, worker, 'KW'],
        ['opened', 'completed', written, worker, 'KW'],
        ['completed', 'scored', written, null, 'SYS'],
      ]);
      const resultId = identify();
      add('measureResult', {
        id: resultId,
        requestId,
        ...about,
        takenAt: written,
        answers: JSON.stringify(answers),
        total,
        method: scored.kind === 'scored' ? scored.method : 'not_scorable',
        completedBy: 'person',
      });
      event('measure.taken', 'measures', written, ['measure_result', resultId], {
        data: { instrument: core10.name, point, total },
        createdBy: worker,
      });
    }
  }
  const stopped = at(firstMeeting, '12:00');
  if (stopped < now)
    for (const clock of rows.clock ?? [])
      if (clock.kind === 'RESPONSE' || clock.kind === 'WHOLEWAIT')
        Object.assign(clock, { stoppedAt: stopped, stoppedBecause: 'first contact' });
}
