import * as l10n from '@vscode/l10n';
import type { Lesson, LessonStep } from '../shared/domain/lesson';
import { checkContent, type ImageUrls, type References } from './contentCheck';
import { problemOfRun } from './directives/runChanges';
import { readFrontMatter, type FrontMatter } from './frontMatter';
import {
  DiagnosticCollector,
  TextPositions,
  type LessonDiagnostic,
  type TextPosition,
} from './lessonDiagnostics';
import { renderHtml, tokenize } from './lessonMarkdown';
import { readOutline } from './lessonOutline';
import { checkReferences } from './lessonReferences';
import { readSteps, type ReadSteps } from './lessonSteps';
import type { ReadValue } from './yamlReader';

/** What the text of a lesson does not say about itself. */
export interface LessonSource {
  /** BCP 47 tag of the language that it is written in. */
  readonly language: string;
  /** URLs of the pictures that were already read, by path; others keep their relative path. */
  readonly imageUrls?: ImageUrls;
}

/** A picture that the lesson shows; `path` is relative to the lesson's folder and stays inside it. */
export interface LessonImage extends TextPosition {
  readonly path: string;
}

/** Another lesson that this one speaks of; whether it exists, the course knows. */
export interface LessonLink extends TextPosition {
  readonly lesson: string;
  /** Id of a step or section of it. */
  readonly id?: string;
}

export interface ParsedLesson {
  /** Absent when one of the diagnostics is an error. */
  readonly lesson: Lesson | undefined;
  /** In the order of the text. */
  readonly diagnostics: LessonDiagnostic[];
  readonly images: LessonImage[];
  readonly links: LessonLink[];
}

/**
 * Longer files are refused, in UTF-16 code units. The longest lesson has a fifth of it, and it bounds the time that a
 * file made to be slow can take.
 */
export const LONGEST_LESSON = 100_000;

/**
 * Reads a lesson: Markdown with YAML front matter, whose headings of the second level are steps and of the third level
 * their sections, each with a directive below it that names its kind:
 *
 * ```markdown
 * ---
 * id: forger-and-inspector
 * number: 1
 * title: The forger and the inspector
 * summary: One sentence.
 * level: beginner
 * minutes: 15
 * run: { data: portraits, seed: 1 }
 * ---
 * Introduction.
 *
 * ## Step title
 * <!-- step: { id: the-cast } -->
 *
 * ### Passage title
 * <!-- passage: { id: judge, when: { phase: judge, fromRound: 1 }, regions: [verdict], lecture: [L9] } -->
 * ```
 *
 * Takes any text whatsoever: it never throws, and its time is bounded by {@link LONGEST_LESSON}.
 */
export function parseLesson(text: string, source: LessonSource): ParsedLesson {
  const isTooLong = text.length > LONGEST_LESSON;
  // VS Code's line numbers count all three kinds of line ends, YAML and Markdown agree on "\n".
  const normalized = isTooLong ? '' : text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const positions = new TextPositions(normalized);
  const report = new DiagnosticCollector(positions);
  if (isTooLong) {
    report.error(0, l10n.t('A lesson has at most {0} characters.', LONGEST_LESSON));
    return { lesson: undefined, diagnostics: report.diagnostics(), images: [], links: [] };
  }

  const { frontMatter, bodyStart } = readFrontMatter(normalized, report);
  // Empty lines in place of the front matter keep the line numbers of the file.
  const lines = '\n'.repeat(positions.at(bodyStart).line);
  const outline = readOutline(tokenize(lines + normalized.slice(bodyStart)), report);
  const references = checkContent(outline.content, report, source.imageUrls ?? new Map());
  const read = readSteps(outline, report);
  checkReferences(read, references, report);
  checkRun(frontMatter, report);
  const html = renderHtml(outline.introduction);

  const diagnostics = report.diagnostics();
  const images = references.images.map(({ path, offset }) => ({ path, ...positions.at(offset) }));
  const links = linksOf(frontMatter, read, references).map(({ offset, ...link }) => ({
    ...link,
    ...positions.at(offset),
  }));
  const broken = !frontMatter || diagnostics.some(({ severity }) => severity === 'error');
  return {
    lesson: broken ? undefined : lessonOf(frontMatter.value, read.steps, { html, language: source.language }),
    diagnostics,
    images,
    links,
  };
}

/** The lesson whose every step hides what the lesson hides, too. */
function lessonOf(
  { hide, ...frontMatter }: FrontMatter,
  steps: readonly LessonStep[],
  rest: Pick<Lesson, 'html' | 'language'>,
): Lesson {
  const hiding = steps.map((step) => ({ ...step, hide: [...new Set([...hide, ...step.hide])] }));
  return { ...frontMatter, ...rest, steps: hiding };
}

/** Reports hyperparameters that are each valid but cannot work together. */
function checkRun(frontMatter: ReadValue<FrontMatter> | undefined, report: DiagnosticCollector): void {
  const problem = frontMatter && problemOfRun(frontMatter.value.run);
  if (problem !== undefined) {
    report.error(frontMatter?.offsetOf('run') ?? 0, problem);
  }
}

/** The other lessons that are named in links, by questions, and as what this one builds on. */
function linksOf(
  frontMatter: ReadValue<FrontMatter> | undefined,
  { sections }: ReadSteps,
  { lessons }: References,
): References['lessons'] {
  const needed = (frontMatter?.value.needs ?? []).map((lesson, index) => ({
    lesson,
    offset: frontMatter?.offsetOf('needs', index) ?? 0,
  }));
  const asked = sections.flatMap(({ needs }) =>
    needs.lesson ? [{ lesson: needs.lesson.id, offset: needs.lesson.offset }] : [],
  );
  return [...needed, ...asked, ...lessons];
}
