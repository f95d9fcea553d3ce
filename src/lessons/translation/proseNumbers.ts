/** In what numbers two texts differ. */
interface NumberDifference {
  /** Those that only the text has, as written. */
  readonly added: readonly string[];
  /** Those that only the original has. */
  readonly lacking: readonly string[];
}

/** In what numbers a text differs from the original one, both in HTML; `undefined` when it has the same. */
export function numberDifference(text: string, original: string): NumberDifference | undefined {
  const [own, wanted] = [numbersOf(text), numbersOf(original)];
  const lacking = wanted.filter((number) => !own.includes(number));
  const added = own.filter((number) => !wanted.includes(number));
  return lacking.length + added.length === 0 ? undefined : { added, lacking };
}

/** The numbers of two digits or more; languages differ in which smaller ones they write as words. */
function numbersOf(html: string): string[] {
  const prose = proseOf(html).replaceAll(/(?<=\d),(?=\d{3})/g, '');
  return [...new Set(prose.match(/\d+(?:\.\d+)?/g))].filter((number) => number.length > 1);
}

/** The words of HTML, without its code and formulas, where all marks may stand. */
export function proseOf(html: string): string {
  return html
    .replaceAll(/<(?<tag>pre|code|math)[\s>][\s\S]*?<\/\k<tag>>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<');
}
