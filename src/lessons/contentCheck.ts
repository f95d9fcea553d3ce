import * as l10n from '@vscode/l10n';
import type { Token } from 'markdown-it';
import { SECTION_KINDS } from './directives';
import { findDirective } from './directives/directive';
import type { DiagnosticCollector } from './lessonDiagnostics';
import { readLink } from './lessonLinks';
import { isTooLong, LONGEST_PARAGRAPH } from './lessonMarkdown';
import { FormulaCheck } from './mathematics/formulaCheck';
import { meant } from './vocabulary/suggestion';

/** A picture that a lesson shows, and the offset at which its text asks for it. */
interface ImageReference {
  /** Relative to the lesson's folder. */
  readonly path: string;
  readonly offset: number;
}

/** What a lesson's text refers to. */
export interface References {
  readonly images: ImageReference[];
  /** Links to ids within the lesson. */
  readonly anchors: { readonly id: string; readonly offset: number }[];
  /** Links to other lessons, or to ids of them. */
  readonly lessons: { readonly lesson: string; readonly id?: string; readonly offset: number }[];
}

/** How the pictures that were already read are shown, by path. */
export type ImageUrls = ReadonlyMap<string, string>;

/**
 * Goes through all tokens of a lesson. Reports what may not be shown and takes it out of the tokens; makes MathML
 * of formulas; replaces inline styles, which the panel's content security policy blocks, by classes.
 *
 * @returns what the text refers to, in its order
 */
export function checkContent(
  tokens: readonly Token[],
  report: DiagnosticCollector,
  imageUrls: ImageUrls,
): References {
  const check = new ContentCheck(report, imageUrls);
  for (const token of tokens) {
    check.block(token);
  }
  return check.references;
}

/**
 * How far ahead a piece of text is looked for, in UTF-16 code units: enough for any paragraph, and it keeps the time
 * for a whole file linear.
 */
const SEARCH_WINDOW = 2000;

/** A comment that begins with one of these words and a colon is a directive, or was meant to be one. */
const DIRECTIVES: readonly string[] = ['step', ...SECTION_KINDS];

/** What was meant as a link to a file, and is none. */
const LINK_WITH_BLANK = /\]\([^()\s]{1,200} [^()\n"']{0,200}\.[a-z]{2,5}\)/i;

class ContentCheck {
  readonly references: References = { images: [], anchors: [], lessons: [] };
  private line = 0;
  private searchFrom = 0;
  private readonly formulas: FormulaCheck;

  constructor(
    private readonly report: DiagnosticCollector,
    private readonly imageUrls: ImageUrls,
  ) {
    this.formulas = new FormulaCheck(report);
  }

  block(token: Token): void {
    // Cells of tables have no lines of their own, but their rows do.
    this.line = token.map?.[0] ?? this.line;
    if (token.type === 'html_block') {
      this.html(token.content);
    } else if (token.type === 'heading_open' && token.level > 0 && /^h[123]$/.test(token.tag)) {
      this.error(l10n.t('The heading of a step or section cannot be inside a list or quotation.'));
    } else if (isTooLong(token)) {
      this.error(l10n.t('A paragraph has at most {0} characters. Divide this one.', LONGEST_PARAGRAPH));
    } else if (token.type === 'math_block') {
      this.formulas.check(token, this.find(token.content));
    } else if (token.type === 'th_open' || token.type === 'td_open') {
      replaceAlignment(token);
    }
    for (const child of token.children ?? []) {
      this.inline(child);
    }
  }

  private inline(token: Token): void {
    switch (token.type) {
      case 'softbreak':
      case 'hardbreak':
        this.line += 1;
        break;
      case 'html_inline':
        this.html(token.content);
        break;
      case 'link_open':
        this.link(token);
        break;
      case 'image':
        this.image(token);
        break;
      case 'math_inline':
        this.formulas.check(token, this.find(token.content));
        break;
      case 'text':
        this.text(token);
        break;
      default:
    }
  }

  private html(content: string): void {
    const offset = this.find(content.trimEnd());
    const directive = findDirective(content, offset);
    const kind = directive && meant(directive.name, DIRECTIVES);
    if (kind !== undefined) {
      this.report.error(
        offset,
        l10n.t(
          'A directive "{0}" has its place right below a heading: "step" below "##", all others below "###".',
          kind,
        ),
      );
    } else if (!/^\s*<(?:!--|\/)/.test(content)) {
      this.report.warn(
        offset,
        l10n.t('HTML is not shown in lessons. For a less-than sign write "{0}".', '\\<'),
      );
    } else if (/^\s*<!--/.test(content) && !content.includes('-->')) {
      this.report.error(offset, l10n.t('This comment is not closed with "-->".'));
    }
  }

  private text({ content }: Token): void {
    this.brokenLink(content);
    if (content.includes('$$')) {
      this.report.warn(
        this.find('$$'),
        l10n.t('A formula in "$$" needs lines of its own; within a line, use "$".'),
      );
    }
  }

  private brokenLink(content: string): void {
    const match = LINK_WITH_BLANK.exec(content);
    if (match) {
      this.report.warn(this.find(match[0]), l10n.t('A link cannot contain a blank. Write "%20" instead.'));
    }
  }

  private link(token: Token): void {
    const href = String(token.attrGet('href') ?? '');
    const target = readLink(href);
    if (target.kind === 'web') {
      return;
    }
    const offset = this.find(href);
    switch (target.kind) {
      case 'anchor':
        this.references.anchors.push({ id: target.id, offset });
        return;
      case 'lesson':
        this.references.lessons.push({ ...target, offset });
        return;
      case 'image':
        this.references.images.push({ path: target.path, offset });
        token.attrSet('href', this.imageUrls.get(target.path) ?? href);
        return;
      case 'refused':
        this.report.error(offset, target.reason);
        removeAttribute(token, 'href');
    }
  }

  private image(token: Token): void {
    const source = String(token.attrGet('src') ?? '');
    const target = readLink(source);
    const offset = this.find(source);
    if (target.kind === 'image') {
      this.references.images.push({ path: target.path, offset });
      token.attrSet('src', this.imageUrls.get(target.path) ?? source);
    } else {
      const reason =
        target.kind === 'refused'
          ? target.reason
          : l10n.t('Pictures come from the folder of the lesson: "{0}" does not.', source);
      this.report.error(offset, reason);
      token.attrSet('src', '');
    }
    if (token.content.trim() === '') {
      this.report.warn(
        offset,
        l10n.t('Say in the brackets what the picture shows, for those who cannot see it.'),
      );
    }
  }

  private error(message: string): void {
    this.report.error(this.report.positions.lineStart(this.line), message);
  }

  /**
   * The offset of a piece of text, looked for from the last one on, or of the current line when it is written there in
   * another way.
   */
  private find(piece: string): number {
    const { positions } = this.report;
    const start = positions.lineStart(this.line);
    const from = Math.max(start, this.searchFrom);
    const at = positions.text.slice(from, from + SEARCH_WINDOW + piece.length).indexOf(piece);
    if (at < 0) {
      return start;
    }
    this.searchFrom = from + at + piece.length;
    return from + at;
  }
}

function replaceAlignment(token: Token): void {
  const alignment = /^text-align:(?<side>left|center|right)$/.exec(String(token.attrGet('style') ?? ''))
    ?.groups?.['side'];
  removeAttribute(token, 'style');
  if (alignment !== undefined) {
    token.attrJoin('class', `align-${alignment}`);
  }
}

function removeAttribute(token: Token, name: string): void {
  token.attrs = token.attrs?.filter(([attribute]) => attribute !== name) ?? null;
}
