import type { Token } from 'markdown-it';

/** An item of the list of answers: `- [x] Its text`, with the feedback as a quotation below it. */
export interface ListedOption {
  /** Whether it is marked as right; `undefined` without a mark. */
  readonly correct: boolean | undefined;
  readonly content: Token[];
  /** What its quotations hold, one entry for each. */
  readonly feedback: Token[][];
  /** From 0. */
  readonly line: number;
}

/** A text divided at its list of answers. */
export interface OptionList {
  readonly before: Token[];
  readonly options: ListedOption[];
  /** The line of the list. */
  readonly line: number;
  readonly after: Token[];
}

const MARK = /^\[(?<mark>[ xX])\](?:\s+|$)/;

/** Finds the first list of which an item begins with `[ ]` or `[x]`, and takes the marks out of its tokens. */
export function findOptions(tokens: readonly Token[]): OptionList | undefined {
  for (let start = 0; start < tokens.length; start += 1) {
    const list = tokens[start];
    if (!list || list.level > 0 || !/^(?:bullet|ordered)_list_open$/.test(list.type)) {
      continue;
    }
    const end = closingOf(tokens, start);
    const options = blocksOf(tokens.slice(start + 1, end)).map(optionOf);
    if (options.some(({ correct }) => correct !== undefined)) {
      const line = list.map?.[0] ?? 0;
      return { before: tokens.slice(0, start), options, line, after: tokens.slice(end + 1) };
    }
    start = end;
  }
  return undefined;
}

/** The quotation that ends a text, and what comes before it. */
export function finalQuotation(
  tokens: readonly Token[],
): { readonly before: Token[]; readonly quotation: Token[] } | undefined {
  const blocks = blocksOf(tokens);
  const last = blocks.at(-1);
  return last?.[0]?.type === 'blockquote_open'
    ? { before: blocks.slice(0, -1).flat(), quotation: last.slice(1, -1) }
    : undefined;
}

function optionOf(item: readonly Token[]): ListedOption {
  const blocks = blocksOf(item.slice(1, -1));
  const content = blocks.filter(([first]) => first?.type !== 'blockquote_open');
  const feedback = blocks.filter(([first]) => first?.type === 'blockquote_open');
  return {
    correct: takeMark(content[0]),
    content: onlyParagraph(content) ?? content.flat(),
    feedback: feedback.map((quotation) => quotation.slice(1, -1)),
    line: item[0]?.map?.[0] ?? 0,
  };
}

/** Reads the mark at the beginning of a paragraph, and takes it away. */
function takeMark(paragraph: readonly Token[] | undefined): boolean | undefined {
  const text = paragraph?.[0]?.type === 'paragraph_open' ? paragraph[1]?.children?.[0] : undefined;
  const match = text?.type === 'text' ? MARK.exec(text.content) : null;
  if (!text || !match) {
    return undefined;
  }
  text.content = text.content.slice(match[0].length);
  return match.groups?.['mark'] !== ' ';
}

/** The words of the only paragraph, without the paragraph: they stand in a line beside their button. */
function onlyParagraph(blocks: readonly Token[][]): Token[] | undefined {
  const [only] = blocks;
  return blocks.length === 1 && only?.[0]?.type === 'paragraph_open' ? only.slice(1, -1) : undefined;
}

/** Divides tokens into blocks, each from its opening to its close. */
function blocksOf(tokens: readonly Token[]): Token[][] {
  const blocks: Token[][] = [];
  for (let start = 0; start < tokens.length; start += 1) {
    const end = closingOf(tokens, start);
    blocks.push(tokens.slice(start, end + 1));
    start = end;
  }
  return blocks;
}

/** The index of the token that closes the block that begins at an index. */
function closingOf(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    depth += tokens[index]?.nesting ?? 0;
    if (depth === 0) {
      return index;
    }
  }
  return tokens.length - 1;
}
