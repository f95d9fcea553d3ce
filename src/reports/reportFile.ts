import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { failure, success, type Result } from '../shared/result';
import { ReportSchema, type Report } from './report';

/** Marks the block of a report that programs read. */
const BLOCK = 'gan-lessons-report';
const FENCE = '````';
const BLOCK_BEGINNING = `${FENCE}json ${BLOCK}\n`;
const BLOCK_PATTERN = /^````json gan-lessons-report\n(?<json>[\s\S]*?)\n````[ \t]*$/m;
/** A report with its pictures has a tenth of it; in UTF-16 code units. */
const LONGEST_REPORT = 20_000_000;
/** Pictures are made anew with each report, and not a claim. */
const PICTURE = /!\[(?<alt>[^\]]*)\]\(data:image\/png;base64,[A-Za-z0-9+/=]*\)/g;

/** A report as it was read from a file. */
export interface ReadReport {
  readonly report: Report;
  /** Everything but the block for programs, with pictures reduced to their names. */
  readonly text: string;
}

/** The block for programs at the end of a report. */
export function reportBlock(report: Report): string {
  return `${BLOCK_BEGINNING}${JSON.stringify(report)}\n${FENCE}\n`;
}

/** The text of a report without the block for programs and without its pictures. */
export function bareText(markdown: string): string {
  return markdown
    .replace(BLOCK_PATTERN, '')
    .replaceAll(PICTURE, (_, alt: string) => `![${alt}]()`)
    .trim();
}

/** Reads a report from the text of its file. Takes any text whatsoever. */
export function readReport(markdown: string): Result<ReadReport> {
  const next = l10n.t('Choose a file that “GAN: Write Report…” has written, as it was written.');
  if (markdown.length > LONGEST_REPORT) {
    return failure(l10n.t('This file is too long for a report.'), next);
  }
  const normalized = markdown.replaceAll(/\r\n?/g, '\n');
  const json = BLOCK_PATTERN.exec(normalized)?.groups?.['json'];
  if (json === undefined && normalized.includes(BLOCK_BEGINNING)) {
    return failure(l10n.t('The end of this report is missing: its block “{0}” is not closed.', BLOCK), next);
  }
  if (json === undefined) {
    return failure(l10n.t('This is no report: the block “{0}” is missing.', BLOCK), next);
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return failure(l10n.t('The block “{0}” of this report is damaged.', BLOCK), next);
  }
  const parsed = v.safeParse(ReportSchema, value);
  if (parsed.success) {
    return success({ report: parsed.output, text: bareText(normalized) });
  }
  const path = v.getDotPath(parsed.issues[0]);
  return path === 'version'
    ? failure(
        l10n.t('This report was written by a later version.'),
        l10n.t('Update GAN Lessons and verify it again.'),
      )
    : failure(l10n.t('The block “{0}” of this report is damaged at “{1}”.', BLOCK, path ?? ''), next);
}
