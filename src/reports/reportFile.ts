import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { failure, success, type Result } from '../shared/result';
import { ReportSchema, type Report } from './report';

/** Marks the block of a report that programs read. */
const BLOCK = 'gan-lessons-report';
/** Longer than any fence that the text of a report has. */
const FENCE = '````';
/** The first line of the block. Formatters shorten the fence, so three marks are enough. */
const OPENING = /^(?<fence>`{3,}|~{3,})[ \t]*json[ \t]+gan-lessons-report[ \t]*$/;
/** A report with its pictures has a tenth of it; in UTF-16 code units. */
export const LONGEST_REPORT = 20_000_000;
/**
 * A picture of a report, which is made again with each report and claims nothing. Its name has no bracket, so that a
 * text of nothing but brackets is read in linear time.
 */
const PICTURE = /!\[(?<alt>[^[\]\n]*)\]\(data:image\/png;base64,[A-Za-z0-9+/=]*\)/g;

/** A report as it was read from a file. */
export interface ReadReport {
  readonly report: Report;
  /** Everything but the block for programs, with pictures reduced to their names. */
  readonly text: string;
}

/** The block for programs at the end of a report. */
export function reportBlock(report: Report): string {
  return `${FENCE}json ${BLOCK}\n${JSON.stringify(report)}\n${FENCE}\n`;
}

/** Letters with their marks, and digits, of any script: every file system takes them. */
export function fileNameOf(learner: string): string {
  const name = learner.normalize('NFC').replaceAll(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-');
  return name.replaceAll(/^-|-$/g, '') || 'report';
}

/** A text without its pictures, of which the names stay. */
function withoutPictures(markdown: string): string {
  return markdown.replaceAll(PICTURE, (_, alt: string) => `![${alt}]()`).trim();
}

/**
 * Reads a report from the text of its file, in time linear in its length. Takes any text whatsoever, also one that an
 * editor or a formatter has saved since: other ends of lines, a shorter fence, indented JSON.
 */
export function readReport(markdown: string): Result<ReadReport> {
  const next = l10n.t('Choose a file that “GAN: Write Report…” has written, as it was written.');
  if (markdown.length > LONGEST_REPORT) {
    return failure(l10n.t('This file is too long for a report.'), next);
  }
  if (markdown.trim() === '') {
    return failure(l10n.t('This file is empty.'), next);
  }
  const parts = split(markdown);
  if (parts.kind === 'open') {
    return failure(l10n.t('The end of this report is missing: its block “{0}” is not closed.', BLOCK), next);
  }
  if (parts.kind === 'none') {
    return failure(l10n.t('Not a report: the block “{0}” is missing.', BLOCK), next);
  }
  let value: unknown;
  try {
    value = JSON.parse(parts.json);
  } catch {
    return failure(l10n.t('The block “{0}” of this report is damaged.', BLOCK), next);
  }
  const parsed = v.safeParse(ReportSchema, value);
  if (parsed.success) {
    return success({ report: parsed.output, text: withoutPictures(parts.text) });
  }
  const path = v.getDotPath(parsed.issues[0]);
  return path === 'version'
    ? failure(
        l10n.t('This report was written by a later version.'),
        l10n.t('Update GAN Lessons and verify it again.'),
      )
    : failure(l10n.t('The block “{0}” of this report is damaged at “{1}”.', BLOCK, path ?? ''), next);
}

type Parts =
  | { readonly kind: 'whole'; readonly json: string; readonly text: string }
  /** The block begins and does not end. */
  | { readonly kind: 'open' }
  | { readonly kind: 'none' };

/** Parts the block for programs from the text for people. */
function split(markdown: string): Parts {
  const lines = markdown.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const opening = lines.findIndex((line) => OPENING.test(line));
  const fence = OPENING.exec(lines[opening] ?? '')?.groups?.['fence'];
  if (fence === undefined) {
    return { kind: 'none' };
  }
  const closing = lines.findIndex((line, index) => index > opening && closes(line, fence));
  return closing < 0
    ? { kind: 'open' }
    : {
        kind: 'whole',
        json: lines.slice(opening + 1, closing).join('\n'),
        text: [...lines.slice(0, opening), ...lines.slice(closing + 1)].join('\n'),
      };
}

/** Whether a line closes a fence: by at least as many of the same marks, and nothing else (CommonMark 0.31, 4.5). */
function closes(line: string, fence: string): boolean {
  const marks = line.trimEnd();
  return marks.length >= fence.length && marks === fence.charAt(0).repeat(marks.length);
}
