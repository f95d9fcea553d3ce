import * as l10n from '@vscode/l10n';
import { closest, distance } from 'fastest-levenshtein';

/** A word that differs in more than this part of its letters is no slip of the pen. */
const MOST_WRONG = 0.4;
/** Longer than any id or key, in UTF-16 code units. */
const LONGEST_WORD = 100;
/** More words than this are not read. */
const MOST_NAMED = 40;
/** So many stand for the others where there are more. */
const FEW = 10;

/** The word that was probably meant, or `undefined` when none is near. */
export function meant(word: string, words: readonly string[]): string | undefined {
  const candidates = words.filter(
    ({ length }) => Math.abs(length - word.length) <= Math.max(length, word.length) * MOST_WRONG,
  );
  if (word.length > LONGEST_WORD || candidates.length === 0) {
    return undefined;
  }
  const near = closest(
    word.toLowerCase(),
    candidates.map((other) => other.toLowerCase()),
  );
  const found = candidates.find((other) => other.toLowerCase() === near);
  return found !== undefined &&
    distance(word.toLowerCase(), near) <= Math.max(word.length, found.length) * MOST_WRONG
    ? found
    : undefined;
}

/** A sentence that says what may be written instead of a word. */
export function insteadOf(word: string, words: readonly string[]): string {
  const near = meant(word, words);
  if (near !== undefined) {
    return l10n.t('Did you mean "{0}"?', near);
  }
  const named = words.slice(0, MOST_NAMED).map((other) => `"${other}"`);
  return named.length < words.length
    ? l10n.t('Write one of {0} and {1} others.', named.slice(0, FEW).join(', '), words.length - FEW)
    : l10n.t('Write one of {0}.', named.join(', '));
}
