import { numberDifference, proseOf } from '../../src/lessons/translation/proseNumbers';

/** Marks of Markdown, badges, formulas and directives that a reader must not see. */
const UNREAD = /\*\*|\]\(|^[ \t]*\[[ xX]\]|\$\$|:real:|:fake:|<!--|^#{1,6}[ \t]/m;

const HAN = /\p{Script=Han}/u;
const SEVERAL_WORDS = /[A-Za-z]{2,}\s+[A-Za-z]{2,}/;

/** A mark that was not understood and would be shown as it stands, or `undefined` when there is none. */
export function unreadMark(html: string): string | undefined {
  return UNREAD.exec(proseOf(html))?.[0].trim();
}

/** Why a text does not seem to be in its language, or `undefined` when it does. */
export function problemOfLanguage(text: string, english: string, language: string): string | undefined {
  if (language === 'en') {
    return HAN.test(proseOf(text)) ? 'has Chinese characters' : undefined;
  }
  return text === english && SEVERAL_WORDS.test(proseOf(text)) ? 'is not translated' : undefined;
}

/** In what numbers a text differs from the English one, or `undefined` when it has the same. */
export function problemOfNumbers(text: string, english: string): string | undefined {
  const difference = numberDifference(text, english);
  return (
    difference &&
    `has the numbers ${difference.added.join(', ') || 'none'} where the English text has ${difference.lacking.join(', ') || 'none'}`
  );
}
