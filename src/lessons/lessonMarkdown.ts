import * as l10n from '@vscode/l10n';
import Markdown, {
  type Env,
  type MarkdownIt,
  type StateCore,
  type StateInline,
  type Token,
} from 'markdown-it';
import { addMathematics } from './mathematics/delimiters';

/** The little marks for a real picture (the seal) and a forgery (the mask), written `:real:` and `:fake:`. */
const BADGE = /:(?<kind>real|fake):/y;

/** Pushes a `badge` token for `:real:` or `:fake:` at the current place of a line. */
function badgeRule(state: StateInline, silent: boolean): boolean {
  BADGE.lastIndex = state.pos;
  const match = BADGE.exec(state.src);
  if (!match) {
    return false;
  }
  if (!silent) {
    const token = state.push('badge', 'span', 0);
    token.content = match.groups?.['kind'] ?? '';
    token.markup = match[0];
  }
  state.pos += match[0].length;
  return true;
}

function renderBadge(tokens: Token[], index: number): string {
  const kind = tokens[index]?.content === 'real' ? 'real' : 'fake';
  const label = kind === 'real' ? l10n.t('real') : l10n.t('fake');
  return `<span class="badge ${kind}" role="img" aria-label="${escapeHtml(label)}"></span>`;
}

const MATH_ML = 'mathML';

/** Gives a formula what is shown in its place; without it, nothing is. */
export function setMathML(token: Token, mathML: string): void {
  token.meta = { [MATH_ML]: mathML };
}

function renderMathML(tokens: Token[], index: number): string {
  const mathML: unknown = tokens[index]?.meta?.[MATH_ML];
  return typeof mathML === 'string' ? mathML : '';
}

/**
 * Longer paragraphs are not read, in UTF-16 code units: to look for the ends of links takes quadratic time. The longest
 * of the course has a third of it.
 */
export const LONGEST_PARAGRAPH = 4000;

const TOO_LONG = 'tooLong';

/** Empties the paragraphs, headings and cells that are too long, and marks them. */
function emptyLongParagraphs({ tokens }: StateCore): void {
  for (const token of tokens) {
    if (token.type === 'inline' && token.content.length > LONGEST_PARAGRAPH) {
      token.content = '';
      token.meta = { [TOO_LONG]: true };
    }
  }
}

/** Whether a paragraph was emptied because it is longer than {@link LONGEST_PARAGRAPH}. */
export function isTooLong(token: Token): boolean {
  return token.meta?.[TOO_LONG] === true;
}

/**
 * The Markdown of lessons: CommonMark with tables, formulas between dollars, and `:real:` and `:fake:` for the badges,
 * which become `<span class="badge real" role="img" aria-label="real"></span>`.
 *
 * HTML is recognised, so that it can be reported, and rendered as nothing. Any link is recognised for the same
 * reason; `checkContent` takes away those that may not be followed.
 */
function createMarkdown(): MarkdownIt {
  const markdown = new Markdown({ html: true });
  markdown.validateLink = () => true;
  markdown.core.ruler.before('inline', 'long_paragraphs', emptyLongParagraphs);
  markdown.inline.ruler.before('emphasis', 'badge', badgeRule);
  addMathematics(markdown);
  markdown.renderer.rules['badge'] = renderBadge;
  markdown.renderer.rules['math_inline'] = renderMathML;
  markdown.renderer.rules['math_block'] = (tokens, index) =>
    `<p class="formula">${renderMathML(tokens, index)}</p>\n`;
  markdown.renderer.rules['html_block'] = () => '';
  markdown.renderer.rules['html_inline'] = () => '';
  return markdown;
}

const markdown = createMarkdown();

const { escapeHtml } = markdown.utils;

/** The block tokens of a text; their `map` counts lines from 0. */
export function tokenize(text: string): Token[] {
  const env: Env = {};
  return markdown.parse(text, env);
}

/** HTML of tokens, without any of the author's own HTML. */
export function renderHtml(tokens: readonly Token[]): string {
  return markdown.renderer.render(Array.from(tokens), markdown.options, {});
}
