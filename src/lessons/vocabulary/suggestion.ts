import * as l10n from '@vscode/l10n';
import { closest, distance } from 'fastest-levenshtein';

/** A word that differs in more than this part of its letters is no slip of the pen. */
const MOST_WRONG = 0.4;

/** The word that was probably meant, or `undefined` when none is near. */
export function meant(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0) {
    return undefined;
  }
  const near = closest(
    word.toLowerCase(),
    words.map((other) => other.toLowerCase()),
  );
  const found = words.find((other) => other.toLowerCase() === near);
  return found !== undefined &&
    distance(word.toLowerCase(), near) <= Math.max(word.length, found.length) * MOST_WRONG
    ? found
    : undefined;
}

/** A sentence that says what may be written instead of a word. */
export function insteadOf(word: string, words: readonly string[]): string {
  const near = meant(word, words);
  return near === undefined
    ? l10n.t('Write one of {0}.', words.map((other) => `"${other}"`).join(', '))
    : l10n.t('Did you mean "{0}"?', near);
}
