import * as l10n from '@vscode/l10n';
import Papa from 'papaparse';
import { isRight, tasksOf, type Lesson } from '../shared/domain/lesson';
import { answersTo, doneSteps } from '../shared/domain/progress';
import type { ReportCheck } from './reportCheck';
import { dateText } from './reportText';

/** One file of a folder of reports. */
export interface ClassEntry {
  readonly fileName: string;
  /** Why there is nothing to say of it but this; absent for a report that was verified. */
  readonly problem?: string;
  readonly verified?: { readonly lesson: Lesson; readonly check: ReportCheck };
}

/** Without this mark Excel takes UTF-8 for the code page of the machine, and names in Chinese become gibberish. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table of a class in CSV (RFC 4180), a row for each file. What a spreadsheet would take for a formula is quoted. */
export function classTable(entries: readonly ClassEntry[]): string {
  const fields = [
    l10n.t('File'),
    l10n.t('Learner'),
    l10n.t('Lesson'),
    l10n.t('Written on'),
    l10n.t('Steps done'),
    l10n.t('Steps'),
    l10n.t('Predictions right'),
    l10n.t('Predictions'),
    l10n.t('Questions right at once'),
    l10n.t('Questions'),
    l10n.t('Goals verified'),
    l10n.t('Goals claimed'),
    l10n.t('Goals'),
    l10n.t('Text as written'),
    l10n.t('Remarks'),
  ];
  return `${BYTE_ORDER_MARK}${Papa.unparse({ fields, data: entries.map((entry) => row(entry, fields.length)) }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

/** @param width cells of a row */
function row({ fileName, problem, verified }: ClassEntry, width: number): (string | number)[] {
  if (verified === undefined) {
    return [fileName, ...Array.from({ length: width - 2 }, () => ''), problem ?? ''];
  }
  const { lesson, check } = verified;
  const { report, claims } = check;
  const { progress } = report;
  const tasks = lesson.steps.flatMap(tasksOf);
  const predictions = tasks.filter((task) => task.kind === 'prediction');
  const questions = tasks.filter((task) => task.kind === 'question');
  const isRightAtOnce = ({
    id,
    answer,
  }: (typeof predictions)[number] | (typeof questions)[number]): boolean => {
    const [first] = answersTo(progress, id);
    return first !== undefined && isRight(answer, first.given);
  };
  return [
    fileName,
    report.learner,
    lesson.title,
    dateText(report.written),
    doneSteps(lesson, progress).length,
    lesson.steps.length,
    predictions.filter(isRightAtOnce).length,
    predictions.length,
    questions.filter(isRightAtOnce).length,
    questions.length,
    claims.filter(({ verdict }) => verdict.kind === 'holds').length,
    claims.length,
    tasks.filter(({ kind }) => kind === 'goal').length,
    textRemark(check),
    claims
      .flatMap(({ claim, verdict }) =>
        verdict.kind === 'holds' ? [] : [`${claim.goal.title}: ${verdict.reason}`],
      )
      .join(' '),
  ];
}

function textRemark({ text }: ReportCheck): string {
  switch (text) {
    case 'asWritten':
      return l10n.t('yes');
    case 'changed':
      return l10n.t('no');
    case 'otherLanguage':
      return l10n.t('in another language');
  }
}
