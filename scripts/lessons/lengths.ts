import { experimentsOf, tasksOf, type Lesson, type Section } from '../../src/shared/domain/lesson';
import { proseOf } from '../../src/lessons/translation/proseNumbers';

/** How much there is to read and to do in a lesson. */
interface LessonLength {
  /** Words that are in view before anything is opened or answered. */
  readonly words: number;
  readonly longestCard: Card;
  readonly tasks: number;
  /** How long it takes to read all that is in view, do the tasks and watch the runs. */
  readonly minutes: number;
}

/** A text that is read in one go. */
interface Card {
  readonly id: string;
  readonly words: number;
}

interface Limits {
  readonly words: number;
  readonly card: number;
}

/** The first lesson is for people who do not know yet whether they will stay. */
const LIMITS_OF_FIRST: Limits = { words: 1100, card: 45 };
const LIMITS: Limits = { words: 1600, card: 80 };

/** Of technical prose on a screen, slowly; formulas and tables count as the words they hold. */
const WORDS_A_MINUTE = 130;
/** A task is thought over, answered, and its feedback read. */
const MINUTES_A_TASK = 1;
/** A game, a walk, or a figure with its controls. */
const MINUTES_AN_ACTIVITY = 1.5;
/** A run is started, and looked at when it has stopped. */
const MINUTES_A_RUN = 0.5;
/** What the panel plays when nobody changes its speed. */
const ROUNDS_A_MINUTE = 20 * 60;
/** So far may the promised minutes be from those that were computed, which are no better. */
const TOLERANCE = 0.25;

export function lengthOf(lesson: Lesson): LessonLength {
  const sections = lesson.steps.flatMap((step) => step.sections);
  const cards = cardsOf(lesson);
  const words = wordsInView(lesson);
  const tasks = lesson.steps.flatMap(tasksOf).length;
  const activities = sections.filter(({ kind }) => kind === 'activity' || kind === 'figure').length;
  const runs = experimentsOf(lesson);
  const rounds = runs.reduce((sum, experiment) => sum + (experiment.rounds ?? 0), 0);
  return {
    words,
    longestCard: cards.reduce((longest, card) => (card.words > longest.words ? card : longest)),
    tasks,
    minutes:
      words / WORDS_A_MINUTE +
      tasks * MINUTES_A_TASK +
      activities * MINUTES_AN_ACTIVITY +
      runs.length * MINUTES_A_RUN +
      rounds / ROUNDS_A_MINUTE,
  };
}

/** What is too long in a lesson of the course, one line each. */
export function tooLong(lesson: Lesson): string[] {
  const { words, minutes } = lengthOf(lesson);
  const limits = lesson.number === 1 ? LIMITS_OF_FIRST : LIMITS;
  return [
    ...(words > limits.words ? [`it has ${words} words in view, and at most ${limits.words} are read`] : []),
    ...cardsOf(lesson)
      .filter((card) => card.words > limits.card)
      .map((card) => `"${card.id}" has ${card.words} words, and a card has at most ${limits.card}`),
    ...(Math.abs(lesson.minutes - minutes) > TOLERANCE * minutes
      ? [`it promises ${lesson.minutes} minutes, and takes about ${Math.round(minutes)}`]
      : []),
  ];
}

/** The introduction, the text of each step, and that of each section, without its answers. */
function cardsOf(lesson: Lesson): Card[] {
  const sections = lesson.steps.flatMap((step) => [
    step,
    ...step.sections.filter(({ kind }) => kind !== 'deeper'),
  ]);
  return [{ id: 'introduction', html: lesson.html }, ...sections].map(({ id, html }) => ({
    id,
    words: Math.max(...partsOf(html).map((part) => countWords(part, lesson.language))),
  }));
}

/** A list is read item by item, and a table is looked up. */
function partsOf(html: string): string[] {
  const withoutTables = html.replaceAll(/<table>[\s\S]*?<\/table>/g, ' ');
  const items = Array.from(withoutTables.matchAll(/<li>[\s\S]*?<\/li>/g), ([item]) => item);
  return [withoutTables.replaceAll(/<li>[\s\S]*?<\/li>/g, ' '), ...items];
}

function wordsInView(lesson: Lesson): number {
  const steps = lesson.steps.flatMap((step) => [
    step.title,
    step.html,
    ...step.sections.flatMap(textsInView),
  ]);
  return [lesson.title, lesson.html, ...steps].reduce(
    (sum, text) => sum + countWords(text, lesson.language),
    0,
  );
}

function textsInView(section: Section): string[] {
  switch (section.kind) {
    case 'prediction':
    case 'question':
      return [
        section.title,
        section.html,
        ...(section.answer.type === 'number' ? [] : section.answer.options.map(({ html }) => html)),
      ];
    case 'try':
      return [section.title, section.html, ...section.choices.map(({ label }) => label)];
    case 'formula':
      return [section.title, section.html, ...section.symbols.map(({ meaning }) => meaning)];
    case 'deeper':
      return [section.title];
    default:
      return [section.title, section.html];
  }
}

/** Counted as the language counts them: in Chinese a word is mostly two characters. */
function countWords(html: string, language: string): number {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  return Array.from(words.segment(proseOf(html))).filter(({ isWordLike }) => isWordLike).length;
}
