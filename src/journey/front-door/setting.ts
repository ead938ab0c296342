// What the place gives to its front door: which team reads first, by when, who is on duty, the lines that help now, and what a phone would show.
import { isOpen, nextOpening, type Weekday } from '../../platform/blueprint/hours.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import type { ClockCode } from '../../platform/blueprint/schema/times.ts';
import type { Target } from '../../platform/blueprint/target.ts';
import { addDays, localDate } from '../../platform/clock.ts';
import { dueAt, instantOf } from '../../platform/due.ts';
import { type Language, languageFacts } from '../../platform/language/languages.ts';
import type { LivePlace, LiveTeam } from '../../platform/live-place.ts';
import { wallTime } from '../../platform/local-time.ts';
import { inBothTongues, type Reader, writeInLanguage } from '../people/telling/own-language.ts';
import { personWordsOf } from '../people/telling/place-texts.ts';
import { type ForPerson, greetingName, longestText, writeToPerson } from '../people/telling/wording.ts';
import type { FrontDoorTexts } from './texts.ts';

/** The team that reads referrals for a service; the place’s own front door where the service has none. A place without a team cannot open. */
export function receivingTeam(place: LivePlace, service = ''): LiveTeam {
  const teams = [...place.teams.values()];
  const found = teams.find((team) => team.triages && team.serviceCode === service) ?? teams.find((team) => team.triages) ?? teams[0];
  if (!found) throw new Error('The place has no team that could receive a referral.');
  return found;
}

/**
 * When the decision is due: by the place’s TRIAGE clock, or by its TODAY clock where that ends sooner and `today` says that whoever is on duty is told.
 * The TODAY clock starts when duty next begins, and ends with that day.
 */
export function decisionDue(place: LivePlace, team: LiveTeam, from: Date, today = false): Date {
  const usual = dueByClock('TRIAGE', place, team, from);
  if (!today) return usual;
  const begins = dutyBegins(place, from);
  const target = clockOf('TODAY', place, team);
  const soon = Math.min(((target && dueAt(target, begins)) ?? usual).getTime(), instantOf(localDate(begins), '23:59').getTime());
  return soon < usual.getTime() ? new Date(soon) : usual;
}

/** When a question of somebody at work is answered, by the place’s ADVICE clock. */
export const adviceDue = (place: LivePlace, team: LiveTeam, from: Date): Date => dueByClock('ADVICE', place, team, from);

/** The end of the next working day where the clock names no time. */
function dueByClock(code: 'TRIAGE' | 'ADVICE', place: LivePlace, team: LiveTeam, from: Date): Date {
  const target = clockOf(code, place, team);
  return (target && dueAt(target, from)) ?? dueAt({ kind: 'working days', days: 1 }, from) ?? from;
}

function clockOf(code: ClockCode, place: LivePlace, team: LiveTeam): Target | undefined {
  const clock = place.blueprint.clocks?.find((one) => one.code === code);
  return clock?.forServices?.[team.serviceCode] ?? clock?.target;
}

/** FOURWEEK: due where the receiving service counts for the national wait, else null. */
export function fourWeeksDue(place: LivePlace, team: LiveTeam, from: Date): Date | null {
  const counts = place.blueprint.services?.find((service) => service.code === team.serviceCode)?.countsForFourWeeks;
  return counts ? new Date(from.getTime() + 28 * 86_400_000) : null;
}

/** Monday is 0 on the wall and 1 in opening hours. */
function asOpening(now: Date): readonly [Weekday, string] {
  const { weekday, minute } = wallTime(now);
  return [(weekday + 1) as Weekday, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`];
}

/** Whether somebody of the duty role is on now (S2.7). */
export const onDuty = (place: LivePlace, now: Date): boolean => isOpen(place.blueprint.help.dutyHours, ...asOpening(now));

/** Now where somebody is on duty, else when duty next begins. */
function dutyBegins(place: LivePlace, now: Date): Date {
  const next = onDuty(place, now) ? null : nextOpening(place.blueprint.help.dutyHours, ...asOpening(now));
  return next ? instantOf(addDays(localDate(now), next.days), next.time) : now;
}

/** What somebody reads when nobody is on duty: reviewed words in their language, else English. */
export function outOfHours({ help }: Place, language: Language): { readonly text: string; readonly language: Language } {
  const own = help.outOfHoursInOtherLanguages?.[language];
  return own?.reviewed ? { text: own.text, language } : { text: help.outOfHours, language: 'en' };
}

export interface WayToHelp {
  readonly kind: 'emergency' | 'urgent' | 'local' | 'text' | 'listening';
  readonly name: string;
  readonly about: string;
  readonly href: string;
}

const kindsInOrder: readonly WayToHelp['kind'][] = ['emergency', 'urgent', 'local', 'text', 'listening'];

type HelpLine = Place['help']['lines'][number];

/** How to reach a line and when to use it, in another language. A name that is only a name stays as it is. */
function said(line: HelpLine, { help }: Pick<FrontDoorTexts, 'help'>, language: Language): Pick<WayToHelp, 'name' | 'about'> {
  const { kind, number } = line;
  const press = /^press (\S+)$/.exec(line.with ?? '')?.[1];
  const word = /^write (\S+)$/.exec(line.with ?? '')?.[1];
  const name =
    kind === 'emergency'
      ? help.emergency.name({ number })
      : kind === 'urgent'
        ? press
          ? help.urgent.press({ number, press })
          : help.urgent.name({ number })
        : kind === 'text'
          ? word
            ? help.text.write({ number, word })
            : help.text.name({ number })
          : line.name;
  const answers = line.languages?.includes(language)
    ? ''
    : line.interpreter
      ? help.interpreter({ language: languageFacts[language].inEnglish })
      : help.inEnglish;
  return { name, about: [help[kind].about, answers].filter(Boolean).join(' ') };
}

/** The lines of the help panel, the most pressing first: in the place’s own words, or in the reader’s language with what the line speaks. */
export const waysToHelp = ({ help }: Place, texts: Pick<FrontDoorTexts, 'help'>, language: Language): readonly WayToHelp[] =>
  help.lines
    .map((line) => ({
      kind: line.kind,
      ...(language === 'en' ? { name: line.name, about: line.about } : said(line, texts, language)),
      href: `${line.do === 'text' ? 'sms' : 'tel'}:${line.number.replaceAll(' ', '')}`,
    }))
    .sort((one, other) => kindsInOrder.indexOf(one.kind) - kindsInOrder.indexOf(other.kind));

export interface PhoneShows {
  readonly sender: string;
  readonly text: string;
}

/**
 * What a locked phone would show of the receipt and of a link, word for word as the place has them, where others could see it and where they could not.
 * `name` is what they asked to be called, `day` as messages say it, `reader` how they are written to where that is not in English alone.
 */
export function phoneShows(
  place: LivePlace,
  facts: { readonly name: string; readonly day: string; readonly team: string },
  reader: Reader | null = null,
): {
  readonly plain: PhoneShows;
  readonly named: PhoneShows;
  /** The link that opens their page. */
  readonly link: PhoneShows;
} {
  const { blueprint } = place;
  const names = [
    place.name,
    ...(blueprint.services ?? []).map((service) => service.name),
    ...(blueprint.teams ?? []).map((team) => team.name),
  ];
  const setting = { place: place.name, names, publicUrl: place.publicUrl, longest: longestText };
  const name = greetingName(facts.name, '', '');
  const written = (message: Omit<ForPerson, 'name'>): string => {
    const english = writeToPerson({ ...message, name }, setting, personWordsOf(blueprint, message.purpose));
    return (
      (english && reader ? inBothTongues(english, writeInLanguage({ ...message, name }, setting, reader), false) : english)?.body ?? ''
    );
  };
  const receipt = { purpose: 'receipt', mayLink: false, facts: { day: facts.day, team: facts.team } } as const;
  const link = { purpose: 'sign_in_link', mayLink: true, facts: { path: '/s/…' } } as const;
  return {
    plain: { sender: blueprint.plainSender, text: written({ ...receipt, wording: 'plain' }) },
    named: { sender: place.name, text: written({ ...receipt, wording: 'named' }) },
    link: { sender: place.name, text: written({ ...link, wording: 'named' }) },
  };
}
