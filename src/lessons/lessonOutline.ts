import * as l10n from '@vscode/l10n';
import type { Token } from 'markdown-it';
import { findDirective, type RawDirective } from './directive';
import type { DiagnosticCollector } from './lessonDiagnostics';

/** A heading with what belongs to it up to the next one. */
export interface Section {
  readonly kind: 'step' | 'passage';
  readonly title: string;
  /** Offset of the heading's line. */
  readonly offset: number;
  readonly directive: RawDirective;
  readonly content: Token[];
}

/** A lesson's text, divided at its headings of the second and third level. */
export interface Outline {
  /** What stands before the first step. */
  readonly introduction: Token[];
  /** In the order of the text; passages follow the step that they belong to. */
  readonly sections: Section[];
  /** Every token but the directives that were understood. */
  readonly content: Token[];
}

/** Divides a lesson's tokens and reports headings that are out of place or have no directive. */
export function readOutline(tokens: readonly Token[], report: DiagnosticCollector): Outline {
  const outline: Outline = { introduction: [], sections: [], content: [] };
  let current = outline.introduction;
  let stepSeen = false;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const kind = token && sectionKind(token);
    if (!token || !kind) {
      if (token) {
        current.push(token);
        outline.content.push(token);
      }
      continue;
    }
    // A heading is three tokens: its opening, its text and its end.
    const text = tokens[index + 1];
    const directiveToken = tokens[index + 3];
    index += 2;
    if (text) {
      outline.content.push(text);
    }
    const offset = report.positions.lineStart(token.map?.[0] ?? 0);
    current = [];
    if (kind === 'title') {
      report.error(
        offset,
        l10n.t(
          'The title of a lesson stands in its front matter. Steps begin with "##", passages with "###".',
        ),
      );
      continue;
    }
    if (kind === 'passage' && !stepSeen) {
      report.error(offset, l10n.t('A passage ("###") belongs to a step: the first "##" comes before it.'));
    }
    stepSeen ||= kind === 'step';
    const title = plainText(text).trim();
    if (title === '') {
      report.error(offset, l10n.t('This heading is empty.'));
    }
    const directive = directiveOf(directiveToken, report);
    if (directive?.name === kind) {
      index += 1;
      outline.sections.push({ kind, title, offset, directive, content: current });
    } else {
      report.error(
        offset,
        kind === 'step'
          ? l10n.t('Below the heading of a step its directive is missing: "{0}".', '<!-- step: { id: … } -->')
          : l10n.t(
              'Below the heading of a passage its directive is missing: "{0}".',
              '<!-- passage: { id: …, when: { … }, regions: [ … ] } -->',
            ),
      );
    }
  }
  return outline;
}

function sectionKind(token: Token): 'title' | 'step' | 'passage' | undefined {
  if (token.type !== 'heading_open' || token.level > 0) {
    return undefined;
  }
  switch (token.tag) {
    case 'h1':
      return 'title';
    case 'h2':
      return 'step';
    case 'h3':
      return 'passage';
    default:
      return undefined;
  }
}

function directiveOf(token: Token | undefined, report: DiagnosticCollector): RawDirective | undefined {
  return token?.type === 'html_block'
    ? findDirective(token.content, report.positions.lineStart(token.map?.[0] ?? 0))
    : undefined;
}

function plainText(token: Token | undefined): string {
  return (token?.children ?? [])
    .map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : ''))
    .join('');
}
