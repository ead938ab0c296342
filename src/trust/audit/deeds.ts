// What an audit entry says was done, in the past tense, for people to read. Rooms name what they do by a code or by the words themselves. Pure.

const deeds: Readonly<Record<string, string>> = {
  'day.read': 'saw the name in a list of their day',
  'decision.countersign': 'gave a second opinion on a decision',
  'decision.countersign_list': 'saw the name in the list of decisions to agree',
  'decision.read': 'read a decision to agree',
  'enrolment.come_back': 'opened support again',
  'enrolment.end': 'wrote down that support ended',
  'enrolment.ending': 'read the plan for an ending',
  'enrolment.go_on': 'wrote down that support goes on',
  'enrolment.plan_ending': 'planned an ending',
  'import.bring_in': 'brought the record in from a file',
  'offer.accept': 'said yes to giving support',
  'offer.list': 'saw the name in the list of offers',
  'offer.read': 'read an offer of support',
  'offer.return': 'gave an offer back with a reason',
  'plan.agree': 'wrote down what was agreed about the plan',
  'plan.begin': 'began a plan',
  'plan.edit': 'opened the plan to write in it',
  'plan.not_wanted': 'wrote down that a plan is not wanted now',
  'plan.read': 'read the plan',
  'plan.review': 'looked at the plan again',
  'plan.share': 'showed the plan to agree',
  'plan.step': 'ticked a step of the plan',
  'plan.write': 'wrote in the plan',
  'record.contacts': 'read the list of contacts',
  'record.measures': 'read the scores',
  'record.read': 'read the record',
  'record.sharing': 'looked at who can see the record',
  'referral.ask': 'asked one more thing',
  'referral.carer_may_know': 'wrote down what a relative may hear',
  'referral.contact_tried': 'wrote down a try to make contact',
  'referral.decide': 'decided the first step',
  'referral.not_reached': 'kept the door open when nobody answered',
  'referral.presence': 'was reading the referral',
  'referral.read': 'read the referral',
  'referral.rules': 'looked at why the rules suggest what they do',
  'rules.replay': 'looked at what new rules would have decided',
  'safeguarding.begin': 'opened the form for a worry about safety',
  'safeguarding.list': 'saw the name in the safeguarding list',
  'safeguarding.raise': 'raised a worry about safety',
  'safeguarding.read': 'read a worry about safety',
  'safeguarding.step': 'decided about a worry about safety',
  'safeguarding.support': 'offered the hub’s support',
  'safeguarding.told': 'wrote down that they were told',
  'session.book': 'booked a time',
  'session.change': 'changed an appointment',
  'session.correct': 'corrected a note',
  'session.note': 'opened a note to write it',
  'session.read': 'read a note',
  'session.write_up': 'wrote a note',
  'sharing.list': 'saw the name in the list of what is shared with them',
  'task.done': 'finished a task',
  'triage.queue': 'saw the name in the triage list',
};

/** 'read the referral'. Said to whoever did it, what is theirs is yours. A code that nobody put into words opened the record, which is what matters. */
export function deedOf(kind: string, { own = false } = {}): string {
  const deed = deeds[kind] ?? (isCode(kind) ? 'opened the record' : kind);
  return own ? deed.replaceAll(/\btheir\b/g, 'your').replaceAll(/\bthey\b/g, 'you') : deed;
}

const isCode = (kind: string): boolean => /^[a-z_]+(\.[a-z_]+)+$/.test(kind);

/** Whether a kind that a room names is said in words: those of its own, or those here. */
export const isSaid = (kind: string): boolean => !isCode(kind) || kind in deeds;
