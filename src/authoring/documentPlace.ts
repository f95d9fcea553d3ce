import type * as v from 'valibot';
import { isSectionKind, SECTION_READERS } from '../lessons/directives';
import { StepDirectiveSchema } from '../lessons/directives/step';
import { FrontMatterSchema } from '../lessons/frontMatter';

/** Where in the text of a lesson an offset is, as far as there is something to say about the place. */
export type DocumentPlace =
  /** In the YAML of front matter or of a directive, whose first character has the offset `start`. */
  | { readonly kind: 'yaml'; readonly schema: v.GenericSchema; readonly yaml: string; readonly start: number }
  /** At the name of a directive, from `start` to `end`. */
  | {
      readonly kind: 'directiveName';
      readonly name: string;
      readonly start: number;
      readonly end: number;
      /** The heading above it; absent when the comment stands elsewhere. */
      readonly heading: Heading | undefined;
      /** Whether a colon, and so probably values, follow. */
      readonly isComplete: boolean;
      /** Whether the comment is closed. */
      readonly isClosed: boolean;
    }
  /** In the target of a link, from `start` on: after "#" within the lesson, or after "lesson:". */
  | { readonly kind: 'link'; readonly to: 'section' | 'lesson'; readonly start: number };

interface Heading {
  readonly rank: 'step' | 'section';
  readonly title: string;
}

const OPEN = '<!--';
const CLOSE = '-->';

/** What is directly above: a heading of the second or third level, and perhaps an empty line. */
const HEADING_ABOVE = /(?:^|\n)(?<marks>#{2,3})[ \t]+(?<title>[^\n]*)\n(?:[ \t]*\n)?[ \t]*$/;

const LINK = /\]\((?:(?<anchor>#)|(?<lesson>lesson:))[^\s()]*$/;

/** @param text with `\n` as its line ends */
export function placeAt(text: string, offset: number): DocumentPlace | undefined {
  return frontMatterAt(text, offset) ?? commentAt(text, offset) ?? linkAt(text, offset);
}

/** The schema of a directive, if there is such a directive. */
export function schemaOfDirective(name: string): v.GenericSchema | undefined {
  if (name === 'step') {
    return StepDirectiveSchema;
  }
  return isSectionKind(name) ? SECTION_READERS[name].schema : undefined;
}

function frontMatterAt(text: string, offset: number): DocumentPlace | undefined {
  const opening = /^---\n/.exec(text)?.[0].length;
  if (opening === undefined || offset < opening) {
    return undefined;
  }
  const closing = /^---[ \t]*$/m.exec(text.slice(opening))?.index;
  const end = closing === undefined ? text.length : opening + closing;
  return offset <= end
    ? { kind: 'yaml', schema: FrontMatterSchema, yaml: text.slice(opening, end), start: opening }
    : undefined;
}

function commentAt(text: string, offset: number): DocumentPlace | undefined {
  const open = text.lastIndexOf(OPEN, offset - OPEN.length);
  if (open < 0 || text.slice(open, offset).includes(CLOSE)) {
    return undefined;
  }
  const { end, isClosed } = endOfComment(text, open, offset);
  const match = /^<!--[ \t]*(?<name>[A-Za-z]*)(?<colon>:?)/.exec(text.slice(open, end));
  const { name = '', colon = '' } = match?.groups ?? {};
  const nameEnd = open + (match?.[0].length ?? 0) - colon.length;
  if (offset <= nameEnd) {
    return {
      kind: 'directiveName',
      name,
      start: nameEnd - name.length,
      end: nameEnd,
      heading: headingAbove(text.slice(0, open)),
      isComplete: colon !== '',
      isClosed,
    };
  }
  const schema = colon === '' ? undefined : schemaOfDirective(name);
  const start = nameEnd + colon.length;
  return schema && { kind: 'yaml', schema, yaml: text.slice(start, end), start };
}

/** A comment that is not closed is taken to end before the next empty line. */
function endOfComment(text: string, open: number, offset: number): { end: number; isClosed: boolean } {
  const close = text.indexOf(CLOSE, offset);
  const next = text.indexOf(OPEN, open + OPEN.length);
  if (close >= 0 && (next < 0 || close < next)) {
    return { end: close, isClosed: true };
  }
  const empty = text.indexOf('\n\n', offset);
  return { end: empty < 0 ? text.length : empty, isClosed: false };
}

function headingAbove(before: string): Heading | undefined {
  const { marks, title } = HEADING_ABOVE.exec(before)?.groups ?? {};
  return marks === undefined || title === undefined
    ? undefined
    : { rank: marks.length === 2 ? 'step' : 'section', title };
}

function linkAt(text: string, offset: number): DocumentPlace | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const match = LINK.exec(line);
  const groups = match?.groups;
  if (!match || !groups) {
    return undefined;
  }
  const target = line.slice(match.index + ']('.length);
  const prefix = groups['anchor'] ?? groups['lesson'] ?? '';
  return {
    kind: 'link',
    to: groups['anchor'] === undefined ? 'lesson' : 'section',
    start: offset - target.length + prefix.length,
  };
}
