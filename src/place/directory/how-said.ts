// How the ways to help are said in the language of whoever reads them: by when, by whom, and the whole picture in words. Pure.
import type { Target } from '../../platform/blueprint/target.ts';
import type { HowTexts } from './how-texts.ts';
import { listIn, type Speech } from './speech.ts';
import type { Offered, Way } from './way-through.ts';

export interface HowSpeech extends Speech {
  readonly how: HowTexts;
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** 'within 2 working days'; '' for what somebody else sets. */
export function whenSaid(target: Target, { within }: HowTexts): string {
  switch (target.kind) {
    case 'now':
      return within.now;
    case 'hours':
      return within.hours({ count: target.hours });
    case 'days':
      return target.days > 7 && target.days % 7 === 0 ? within.weeks({ count: target.days / 7 }) : within.days({ count: target.days });
    case 'working days':
      return within.workingDays({ count: target.days });
    case 'months':
      return within.months({ count: target.months });
    case 'same day':
      return within.sameDay;
    case 'same working day':
      return within.sameWorkingDay;
    case 'next meeting':
      return within.meeting;
    case 'set':
    case 'none':
      return '';
  }
}

/** A team’s name is the place’s own; inside an English sentence it begins small. */
const teamIn = ({ language }: HowSpeech, team: string): string =>
  language === 'en' ? team.replace(/^./, (first) => first.toLowerCase()) : team;

export const readBySaid = (speech: HowSpeech, { team }: Way): string => (team ? speech.how.readBy({ team: teamIn(speech, team) }) : '');

export function acceptsSaid({ how }: HowSpeech, { team, accepts }: Offered): string {
  const when = whenSaid(accepts, how);
  return when ? how.accepts({ team, when }) : team;
}

/** By when the first door answers, each once: the place’s own words in English, what they come to in any other language. */
export const answersSaid = ({ language, how }: HowSpeech, { answers }: Way): readonly string[] => [
  ...new Set(answers.map(({ words, target }) => (language === 'en' ? words : capital(whenSaid(target, how)))).filter(Boolean)),
];

/** The picture in words, for whoever hears the page; each sentence true of the same configuration. */
export function waySaid(speech: HowSpeech, { name, team, doors, offers }: Way): string {
  const { picture, doors: named } = speech.how;
  return [
    picture.doors({
      doors: listIn(
        speech,
        doors.map((door) => named[door]),
      ),
    }),
    team ? picture.leadToTeam({ name, team: teamIn(speech, team) }) : picture.leadTo({ name }),
    picture.offered({
      offers: listIn(
        speech,
        offers.map((offer) => offer.name),
      ),
    }),
  ].join(' ');
}
