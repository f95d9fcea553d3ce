import type { Lesson } from '../../src/shared/domain/lesson';
import { proseOf } from '../../src/lessons/translation/proseNumbers';
import { textsOf } from '../../src/lessons/translation/structure';

/** A word that the course does not use, and what to say instead. */
interface WornOut {
  readonly word: RegExp;
  readonly instead: string;
}

/** English that sounds translated, and Chinese that nobody says. */
const WORN_OUT: Readonly<Record<string, readonly WornOut[]>> = {
  en: [
    { word: /\bforet(?:ell|old)\w*/i, instead: 'predict' },
    { word: /\bt(?:ell|ells|old) of\b/i, instead: 'describe, show, say' },
    { word: /\b(?:stands?|stood) (?:at|below|between|in|on)\b/i, instead: 'is at' },
    { word: /\bat once\b/i, instead: 'immediately, right away' },
    { word: /\bha(?:s|ve|d) to be\b/i, instead: 'must be, is' },
    { word: /\bdear(?:er|est|ly)?\b/i, instead: 'costly, costs more' },
    { word: /\bin force\b/i, instead: 'active, applies' },
    { word: /\bill(?:ness|nesses)?\b/i, instead: 'problem' },
    { word: /\bby heart\b/i, instead: 'memorised' },
    { word: /\banew\b/i, instead: 'again' },
    { word: /\bt(?:ake|akes|aken|ook|aking) along\b/i, instead: 'export' },
    { word: /\bg(?:o|oes|oing)\b on\b|\bwent on\b/i, instead: 'continue, keep' },
    { word: /\bone['’]s own\b/i, instead: 'your own' },
    { word: /\bno art\b/i, instead: 'no great feat' },
  ],
  'zh-cn': [
    { word: /罚款/, instead: '惩罚项' },
    { word: /抹糊/, instead: '做了平滑' },
    { word: /原作/, instead: '真品' },
    { word: /噪声布/, instead: '方格布' },
    { word: /讲解/, instead: '讲义' },
    { word: /鉴别器(?!（)/, instead: '判别器' },
  ],
};

/** The worn-out words of a text, each with what to say instead. */
export function wornOutWords(text: string, language: string): string[] {
  return (WORN_OUT[language] ?? []).flatMap(({ word, instead }) => {
    const found = word.exec(text)?.[0];
    return found === undefined ? [] : [`says "${found}", and should say: ${instead}`];
  });
}

/** The same of everything that a person reads in a lesson, with where it is. */
export function wornOutIn(lesson: Lesson): string[] {
  return textsOf(lesson).flatMap(({ path, value }) =>
    wornOutWords(proseOf(value), lesson.language).map((problem) => `${path} ${problem}`),
  );
}
