import { createContext } from 'preact';
import type { Term } from '../../../src/shared/wire/messages';

/** What terms mean, by each of their names in lower case. */
type Meanings = ReadonlyMap<string, string>;

/** The meanings that the notes explain their bold words with. */
export const MeaningsContext = createContext<Meanings>(new Map());

/** The meanings of a glossary. */
export function meaningsOf(terms: readonly Term[]): Meanings {
  return new Map(
    terms.flatMap(({ names, meaning }) =>
      names.map((name): [string, string] => [name.toLowerCase(), meaning]),
    ),
  );
}

/** What already answers to a click, or belongs to what does: a term in it would take the click away. */
const CONTROLS = 'a, button, label, summary, [role="button"]';

/**
 * Makes those bold words of a text that are terms of the glossary show what they mean, by pointer, key and touch; see
 * `showTips`.
 */
export function explainTerms(text: HTMLElement, meanings: Meanings): void {
  for (const word of text.querySelectorAll<HTMLElement>('strong')) {
    const meaning = meaningOf(word.textContent ?? '', meanings);
    if (meaning !== undefined && word.closest(CONTROLS) === null) {
      word.classList.add('term');
      word.dataset['tip'] = meaning;
      word.tabIndex = 0;
      word.setAttribute('role', 'button');
    }
  }
}

/** Also of a plural. */
function meaningOf(words: string, meanings: Meanings): string | undefined {
  const name = words.trim().toLowerCase();
  return [name, name.replace(/s$/, ''), name.replace(/es$/, '')].flatMap(
    (each) => meanings.get(each) ?? [],
  )[0];
}
