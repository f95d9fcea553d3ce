import * as l10n from '@vscode/l10n';
import type { Token } from 'markdown-it';
import { isSectionKind, SECTION_KINDS } from './directives';
import { findDirective, type OutlineSection, type RawDirective } from './directives/directive';
import type { DiagnosticCollector } from './lessonDiagnostics';
import { insteadOf } from './vocabulary/suggestion';

/** A lesson's text, divided at its headings of the second and third level. */
export interface Outline {
  /** What stands before the first step. */
  readonly introduction: Token[];
  /** In the order of the text; sections follow the step that they belong to. */
  readonly sections: OutlineSection[];
  /** Every token but the directives that were understood. */
  readonly content: Token[];
  /** Whether every heading is among the sections; what refers to the others cannot be judged. */
  complete: boolean;
}

const EXAMPLES = {
  step: '<!-- step: { id: … } -->',
  section: '<!-- passage: { id: …, when: { … }, regions: [ … ] } -->',
};

/** Divides a lesson's tokens and reports headings that are out of place or have no directive. */
export function readOutline(tokens: readonly Token[], report: DiagnosticCollector): Outline {
  const outline: Outline = { introduction: [], sections: [], content: [], complete: true };
  let current = outline.introduction;
  let stepSeen = false;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const rank = token && headingRank(token);
    if (!token || !rank) {
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
    if (rank === 'title') {
      report.error(
        offset,
        l10n.t(
          'The title of a lesson belongs in its front matter. Steps begin with "##", their sections with "###".',
        ),
      );
      continue;
    }
    if (rank === 'section' && !stepSeen) {
      report.error(offset, l10n.t('A section ("###") belongs to a step: the first "##" comes before it.'));
    }
    stepSeen ||= rank === 'step';
    const title = plainText(text).trim();
    if (title === '') {
      report.error(offset, l10n.t('This heading is empty.'));
    }
    const directive = directiveOf(directiveToken, report);
    const problem = problemOf(directive, rank);
    if (directive && problem === undefined) {
      outline.sections.push({ rank, title, directive, content: current });
    } else if (isUnclosedComment(directiveToken)) {
      // That is told where the comment begins, and is why there is no directive.
      outline.complete = false;
    } else {
      outline.complete = false;
      report.error(directive ? directive.yamlStart : offset, problem ?? '');
    }
    if (directive) {
      index += 1;
    }
  }
  return outline;
}

function headingRank(token: Token): 'title' | 'step' | 'section' | undefined {
  if (token.type !== 'heading_open' || token.level > 0) {
    return undefined;
  }
  switch (token.tag) {
    case 'h1':
      return 'title';
    case 'h2':
      return 'step';
    case 'h3':
      return 'section';
    default:
      return undefined;
  }
}

/** Why a heading cannot be taken as it is, or `undefined` when it can. */
function problemOf(directive: RawDirective | undefined, rank: 'step' | 'section'): string | undefined {
  if (directive === undefined) {
    return rank === 'step'
      ? l10n.t('Below the heading of a step its directive is missing: "{0}".', EXAMPLES.step)
      : l10n.t(
          'The directive that names its kind is missing below the heading of this section, as in "{0}".',
          EXAMPLES.section,
        );
  }
  const { name } = directive;
  if (rank === 'step') {
    return name === 'step'
      ? undefined
      : l10n.t('A heading with "##" is a step and has "{0}", not "{1}".', EXAMPLES.step, name);
  }
  if (name === 'step') {
    return l10n.t('"step" belongs under a "##" heading; this heading is "###".');
  }
  return isSectionKind(name)
    ? undefined
    : l10n.t('There is no kind of section "{0}". {1}', name, insteadOf(name, SECTION_KINDS));
}

function isUnclosedComment(token: Token | undefined): boolean {
  return token?.type === 'html_block' && /^\s*<!--/.test(token.content) && !token.content.includes('-->');
}

function directiveOf(token: Token | undefined, report: DiagnosticCollector): RawDirective | undefined {
  return token?.type === 'html_block'
    ? findDirective(token.content, report.positions.lineStart(token.map?.[0] ?? 0))
    : undefined;
}

function plainText(token: Token | undefined): string {
  return (token?.children ?? [])
    .map(({ type, content }) => (/^(?:text|text_special|code_inline|math_inline)$/.test(type) ? content : ''))
    .join('');
}
