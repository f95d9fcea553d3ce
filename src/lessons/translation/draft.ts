/** Says that the words below it are still those of the original. */
const MARK = '<!-- translate -->';
/** The same above a line of the front matter. */
const FRONT_MATTER_MARK = '# translate';

const FRONT_MATTER = /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/;
const TRANSLATED_KEYS = /^(?=(?:title|summary):)/gm;
/** A heading of a step or section with its directive. */
const HEADING = /^#{2,3}[ \t]+[^\n]*\n(?:[ \t]*\n)?[ \t]*<!--[ \t]*[A-Za-z]+:[\s\S]*?-->[ \t]*$/gm;
const MARKS = /^(?:<!-- translate -->|# translate)[ \t]*$/gm;

/**
 * What a translation begins with: the whole lesson as it is, where each part whose words are to be translated is marked
 * with a comment. Nobody who reads the lesson sees the marks.
 *
 * @param text the original, with `\n` as its line ends
 */
export function translationDraft(text: string): string {
  const clean = text.replaceAll(new RegExp(`${MARKS.source}\n+`, 'gm'), '');
  const frontMatter = FRONT_MATTER.exec(clean)?.[0] ?? '';
  const body = clean.slice(frontMatter.length);
  const introduction = /^#{2,3}[ \t]/m.exec(body)?.index ?? body.length;
  const begin = body.slice(0, introduction).trim() === '' ? '' : `\n${MARK}\n`;
  return (
    frontMatter.replaceAll(TRANSLATED_KEYS, `${FRONT_MATTER_MARK}\n`) +
    begin +
    body.replaceAll(HEADING, (heading) => `${heading}\n\n${MARK}`)
  );
}

/** Where the marks are that somebody has left in a translation, as offsets into its text. */
export function untranslatedAt(text: string): number[] {
  return Array.from(text.matchAll(MARKS), ({ index }) => index);
}
