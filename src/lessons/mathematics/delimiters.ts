import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const SPACE = /\s/;
const LATIN_OR_DIGIT = /[A-Za-z0-9]/;

/**
 * Teaches Markdown to see formulas: `$…$` in a line as a token `math_inline`, and `$$…$$` as a block `math_block`,
 * on one line or several. They are what VS Code's own preview takes for formulas. Dollars that stand before a space,
 * behind a space, or against a word, as in "$5 or 6$", are money. Takes time in proportion to the text.
 */
export function addMathematics(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('escape', 'math_inline', inlineRule);
  markdown.block.ruler.before('fence', 'math_block', blockRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function inlineRule(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const before = src[pos - 1] ?? ' ';
  const first = src[pos + 1] ?? ' ';
  if (
    src[pos] !== '$' ||
    LATIN_OR_DIGIT.test(before) ||
    before === '$' ||
    first === '$' ||
    SPACE.test(first)
  ) {
    return false;
  }
  const end = closingDollar(src, pos + 1);
  const after = src[end + 1] ?? ' ';
  if (
    end < 0 ||
    end >= posMax ||
    SPACE.test(src[end - 1] ?? ' ') ||
    LATIN_OR_DIGIT.test(after) ||
    after === '$'
  ) {
    return false;
  }
  if (!silent) {
    const token = state.push('math_inline', 'math', 0);
    token.content = src.slice(pos + 1, end);
    token.markup = '$';
  }
  state.pos = end + 1;
  return true;
}

/** The next dollar without a backslash before it, or -1. */
function closingDollar(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') {
      at += 1;
    } else if (text[at] === '$') {
      return at;
    }
  }
  return -1;
}

const FENCE = '$$';

function blockRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = lineAt(state, startLine);
  // Four spaces of indentation are code.
  if (!first.startsWith(FENCE) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) {
    return false;
  }
  const opening = first.slice(FENCE.length).trimEnd();
  const onOneLine = opening.endsWith(FENCE);
  if (opening.includes(FENCE) && opening.indexOf(FENCE) !== opening.length - FENCE.length) {
    return false;
  }
  if (silent) {
    return true;
  }
  const lines = [opening];
  let closed = onOneLine;
  let line = startLine + 1;
  // As in TeX, an empty line ends a formula; so one that is not closed cannot swallow the rest of the lesson.
  for (; !closed && line < endLine && !isOutside(state, line); line += 1) {
    lines.push(lineAt(state, line).trimEnd());
    closed = lines.at(-1)?.endsWith(FENCE) === true;
  }
  const text = lines.join('\n');
  const token = state.push('math_block', 'math', 0);
  token.block = true;
  token.content = closed ? text.slice(0, -FENCE.length) : text;
  token.markup = FENCE;
  token.map = [startLine, line];
  token.info = closed ? '' : UNCLOSED;
  state.line = line;
  return true;
}

/** The `info` of a `math_block` whose closing fence is missing. */
export const UNCLOSED = 'unclosed';

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** Whether a line is empty, or belongs no longer to the list item or quotation in which the formula began. */
function isOutside(state: StateBlock, line: number): boolean {
  return state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent;
}
