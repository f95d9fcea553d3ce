import * as l10n from '@vscode/l10n';
import type { Lesson, LessonStep } from '../shared/lesson';
import { checkContent, type ImageUrls, type References } from './contentCheck';
import { readPassageDirective, readStepDirective } from './directive';
import { readFrontMatter } from './frontMatter';
import {
  DiagnosticCollector,
  TextPositions,
  type LessonDiagnostic,
  type TextPosition,
} from './lessonDiagnostics';
import { renderHtml, tokenize } from './lessonMarkdown';
import { readOutline, type Outline } from './lessonOutline';

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

export interface ParsedLesson {
  /** Absent when one of the diagnostics is an error. */
  readonly lesson: Lesson | undefined;
  /** In the order of the text. */
  readonly diagnostics: LessonDiagnostic[];
  readonly images: LessonImage[];
}

/**
 * Longer files are refused, in UTF-16 code units. The longest lesson has a tenth of it, and it bounds the time that a
 * file made to be slow can take.
 */
export const LONGEST_LESSON = 200_000;

/**
 * Reads a lesson: Markdown with YAML front matter, whose headings of the second level are steps and of the third level
 * passages, each with a directive below it:
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
  // VS Code's line numbers count all three kinds of line ends, YAML and Markdown agree on "\n".
  const normalized = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const positions = new TextPositions(normalized);
  const report = new DiagnosticCollector(positions);
  if (normalized.length > LONGEST_LESSON) {
    report.error(0, l10n.t('A lesson has at most {0} characters.', LONGEST_LESSON));
    return { lesson: undefined, diagnostics: report.diagnostics(), images: [] };
  }

  const { frontMatter, bodyStart } = readFrontMatter(normalized, report);
  // Empty lines in place of the front matter keep the line numbers of the file.
  const lines = '\n'.repeat(positions.at(bodyStart).line);
  const outline = readOutline(tokenize(lines + normalized.slice(bodyStart)), report);
  const references = checkContent(outline.content, report, source.imageUrls ?? new Map());
  const steps = readSteps(outline, references, report);
  const html = renderHtml(outline.introduction);

  const diagnostics = report.diagnostics();
  const images = references.images.map(({ path, offset }) => ({ path, ...positions.at(offset) }));
  const broken = !frontMatter || diagnostics.some(({ severity }) => severity === 'error');
  return {
    lesson: broken ? undefined : { ...frontMatter, needs: [], language: source.language, html, steps },
    diagnostics,
    images,
  };
}

function readSteps(outline: Outline, references: References, report: DiagnosticCollector): LessonStep[] {
  const steps: LessonStep[] = [];
  const ids = new Set<string>();
  const claim = (id: string, offset: number) => {
    if (ids.has(id)) {
      report.error(offset, l10n.t('The id "{0}" is already taken in this lesson.', id));
    }
    ids.add(id);
  };
  for (const { kind, title, directive, content } of outline.sections) {
    if (kind === 'step') {
      const read = readStepDirective(directive, report);
      if (read) {
        claim(read.id, directive.yamlStart);
        steps.push({ id: read.id, title, html: renderHtml(content), sections: [], hide: [], lock: [] });
      }
    } else {
      const read = readPassageDirective(directive, report);
      if (read) {
        claim(read.id, directive.yamlStart);
        const { id, when, regions, lecture } = read;
        const passage = { id, title, html: renderHtml(content), condition: when, regions, lecture };
        steps.at(-1)?.sections.push({ kind: 'passage', ...passage });
      }
    }
  }
  if (outline.sections.length === 0) {
    report.error(
      report.positions.text.length,
      l10n.t('The lesson has no step: a heading that begins with "##".'),
    );
  }
  for (const { id, offset } of references.anchors) {
    if (!ids.has(id)) {
      report.error(offset, l10n.t('No step or passage of this lesson has the id "{0}".', id));
    }
  }
  return steps;
}
