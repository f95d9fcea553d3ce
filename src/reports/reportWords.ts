import { digestOf } from '../shared/domain/collection';

/** The lines of a report that say something; its pictures do not, nor lines that only part or draw something. */
export function linesOf(markdown: string): string[] {
  return markdown.split('\n').filter((line) => !/^!\[[^[\]]*\]\(\)\s*$/.test(line) && wordsOf(line) !== '');
}

/** A line between two parts, or under a heading. */
const RULE = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}\s*)$/;

/**
 * What a line says, without the marks that an editor or a formatter may write in another way: escapes, emphasis, the
 * marks of lists, headings and quotations, blanks, and the form in which an accent is stored.
 */
export function wordsOf(line: string): string {
  if (RULE.test(line)) {
    return '';
  }
  return line
    .normalize('NFC')
    .replace(/^\s*(?:(?:#+|>|[-*+]|\d+[.)])\s+)*/, '')
    .replaceAll(/[\\*_`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * The words of a report without its pictures, whatever formatter has broken its lines since.
 *
 * @returns eight hexadecimal digits
 */
export function digestOfWords(markdown: string): string {
  return digestOf(new TextEncoder().encode(linesOf(markdown).map(wordsOf).join(' ')));
}
