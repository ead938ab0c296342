// Reads the plain text in which a manager writes a consultation: headings and paragraphs, questions and their choices. And writes it again. Pure.
import type { Fault } from '../../platform/problem.ts';
import { mostQuestions, type Question, type Section } from './model.ts';

const mostChoices = 12;
const longestQuestion = 300;

/** A line that begins with # is a heading; an empty line ends a paragraph. What stands before the first heading has none. */
export function sectionsOf(document: string): readonly Section[] {
  const sections: { heading: string; paragraphs: string[] }[] = [];
  for (const block of document.split(/^(?=\s*#)/m)) {
    const [first = '', ...rest] = block.split('\n');
    const named = /^\s*#+\s*(.*)$/.exec(first);
    const paragraphs = (named ? rest.join('\n') : block)
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
      .filter(Boolean);
    const heading = named?.[1]?.trim() ?? '';
    if (heading || paragraphs.length > 0) sections.push({ heading, paragraphs });
  }
  return sections;
}

export const documentOf = (sections: readonly Section[]): string =>
  sections.map(({ heading, paragraphs }) => [...(heading ? [`# ${heading}`] : []), ...paragraphs].join('\n\n')).join('\n\n');

/** One question a line; below it, each on a line that begins with a hyphen, the answers to choose from. */
export function questionsOf(text: string): readonly Question[] {
  const questions: { text: string; choices: string[] }[] = [];
  for (const line of text.split('\n').map((one) => one.replaceAll(/\s+/g, ' ').trim())) {
    const choice = /^[-–•]\s*(.*)$/.exec(line)?.[1];
    const last = questions.at(-1);
    if (choice !== undefined && last) {
      if (choice) last.choices.push(choice);
    } else if (line) questions.push({ text: line, choices: [] });
  }
  return questions;
}

export const questionsText = (questions: readonly Question[]): string =>
  questions.map(({ text, choices }) => [text, ...choices.map((choice) => `- ${choice}`)].join('\n')).join('\n');

/** What keeps these questions from being asked. */
export function faultsOfQuestions(text: string): readonly Fault[] {
  const questions = questionsOf(text);
  const fault = (message: string): Fault[] => [{ field: 'questions', message }];
  if (questions.length === 0) return fault('Write at least one question.');
  if (questions.length > mostQuestions) return fault(`Ask at most ${mostQuestions} questions. There are ${questions.length}.`);
  for (const [at, { text: asked, choices }] of questions.entries()) {
    const name = `Question ${at + 1}`;
    if (/^[-–•]/.test(asked)) return fault('The first line is an answer. Write its question above it.');
    if (asked.length > longestQuestion || choices.some((choice) => choice.length > longestQuestion))
      return fault(`${name} has a line of more than ${longestQuestion} characters. Make it shorter.`);
    if (choices.length === 1) return fault(`${name} has one answer to choose. Give it another, or none.`);
    if (choices.length > mostChoices) return fault(`${name} has more than ${mostChoices} answers. Take some out.`);
    if (new Set(choices.map((choice) => choice.toLowerCase())).size < choices.length) return fault(`${name} has the same answer twice.`);
  }
  return [];
}
