import * as l10n from '@vscode/l10n';
import Papa from 'papaparse';
import { tasksOf } from '../shared/domain/lesson';
import { answersTo } from '../shared/domain/progress';
import { byLesson, remarksOf, scoreOf, type ClassEntry, type Score } from './classResults';
import { answerText, circumstances, timeText } from './reportText';

/** What a table of a class is for. */
export const TABLE_KINDS = ['comma', 'semicolon', 'moodle', 'canvas'] as const;

/**
 * `comma` and `semicolon`: everything, for a spreadsheet; the latter with decimal commas, as where commas part the digits.
 * `moodle`, `canvas`: only the columns that an import of grades asks for.
 */
export type TableKind = (typeof TABLE_KINDS)[number];

/** Without this mark Excel takes UTF-8 for the code page of the machine, and names in Chinese become gibberish. */
const BYTE_ORDER_MARK = '\uFEFF';

type Cell = string | number;

/** A table of a class in CSV (RFC 4180). What a spreadsheet would take for a formula is written as text. */
export function classTable(entries: readonly ClassEntry[], kind: TableKind): string {
  switch (kind) {
    case 'comma':
      return csv(wholeTable(entries), ',');
    case 'semicolon':
      return csv(wholeTable(entries), ';');
    case 'moodle':
      return csv(moodleTable(entries), ',');
    case 'canvas':
      return csv(canvasTable(entries), ',');
  }
}

function csv(rows: readonly (readonly Cell[])[], delimiter: ',' | ';'): string {
  const texts = rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === 'number') {
        return delimiter === ';' ? String(cell).replace('.', ',') : String(cell);
      }
      return harmless(cell);
    }),
  );
  return `${BYTE_ORDER_MARK}${Papa.unparse(texts, { delimiter, newline: '\r\n' })}\r\n`;
}

/**
 * A text that no spreadsheet takes for a formula, whichever separator it reads the table with: a text may be parted at a
 * comma, a semicolon or a tab, and each part may begin a formula (OWASP, CSV Injection).
 */
function harmless(text: string): string {
  return text.replaceAll(/(?<start>^|[,;\t\r\n|]\s*)(?<mark>[=+\-@])/g, "$<start>'$<mark>");
}

function wholeTable(entries: readonly ClassEntry[]): Cell[][] {
  const answers = answerColumns(entries);
  const head = [
    l10n.t('File'),
    l10n.t('Student'),
    l10n.t('Learner'),
    l10n.t('Number or e-mail'),
    l10n.t('Lesson'),
    l10n.t('Written on (UTC)'),
    l10n.t('Points'),
    l10n.t('Points possible'),
    l10n.t('Steps done'),
    l10n.t('Steps'),
    l10n.t('Predictions made'),
    l10n.t('Predictions right'),
    l10n.t('Predictions after the outcome'),
    l10n.t('Predictions'),
    l10n.t('Questions right on the first try'),
    l10n.t('Questions right'),
    l10n.t('Questions'),
    l10n.t('Goals verified'),
    l10n.t('Goals claimed'),
    l10n.t('Goals'),
    ...answers.map(({ title }) => title),
    l10n.t('Remarks'),
  ];
  const rows = entries.map((entry): Cell[] => {
    const { path, student, content } = entry;
    if ('problem' in content) {
      const empty = Array.from({ length: head.length - 3 }, () => '');
      return [path, student?.name ?? '', ...empty, content.problem];
    }
    const { lesson, check } = content;
    const { report } = check;
    const score = scoreOf(content);
    return [
      path,
      student?.name ?? '',
      report.learner,
      report.learnerId ?? student?.id ?? '',
      lesson.title,
      timeText(report.written),
      score.points,
      score.mostPoints,
      score.stepsDone,
      lesson.steps.length,
      score.predictionsMade,
      score.predictionsRight,
      score.predictionsAfterOutcome,
      score.predictions,
      score.questionsRightFirst,
      score.questionsRight,
      score.questions,
      score.goalsVerified,
      score.goalsClaimed,
      score.goals,
      ...answers.map(({ cell }) => cell(entry)),
      remarksOf(content).join(' '),
    ];
  });
  return [head, ...rows];
}

interface Column {
  readonly title: string;
  readonly cell: (entry: ClassEntry) => Cell;
}

/** A column for each prediction and question: the first answer, and how many were given where there were more. */
function answerColumns(entries: readonly ClassEntry[]): Column[] {
  return [...byLesson(entries).keys()].flatMap((lesson) =>
    lesson.steps.flatMap(tasksOf).flatMap((task): Column[] => {
      if (task.kind === 'goal') {
        return [];
      }
      const cell = ({ content }: ClassEntry): string => {
        if ('problem' in content || content.lesson !== lesson) {
          return '';
        }
        const answers = answersTo(content.check.report.progress, task.id);
        const [first] = answers;
        if (first === undefined) {
          return '';
        }
        const text = answerText(task.answer, first.given);
        const counted = answers.length === 1 ? text : l10n.t('{0} ({1} answers)', text, answers.length);
        return [counted, ...circumstances(first)].join(' · ');
      };
      return [{ title: task.title, cell }];
    }),
  );
}

/** Moodle matches learners by the ID number or the e-mail address, and takes a grade and a feedback. */
function moodleTable(entries: readonly ClassEntry[]): Cell[][] {
  const head = ['ID number', 'Email address', 'Full name', 'Grade', 'Feedback'];
  return [
    head,
    ...graded(entries).map(({ name, id, score, remarks }) => [
      id.includes('@') ? '' : id,
      id.includes('@') ? id : '',
      name,
      percent(score),
      remarks,
    ]),
  ];
}

/** Canvas wants a row with the points possible below the head, and matches learners by its own number or a login. */
function canvasTable(entries: readonly ClassEntry[]): Cell[][] {
  const reports = graded(entries);
  const title = reports[0]?.title ?? l10n.t('Lesson');
  return [
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', title],
    ['    Points Possible', '', '', '', '', 100],
    ...reports.map(({ name, id, platformId, score }) => [
      name,
      platformId,
      id.includes('@') ? '' : id,
      id.includes('@') ? id : '',
      '',
      percent(score),
    ]),
  ];
}

interface Graded {
  readonly name: string;
  /** As the learner wrote it; empty where they did not. */
  readonly id: string;
  /** From the path of the file. */
  readonly platformId: string;
  readonly title: string;
  readonly score: Score;
  readonly remarks: string;
}

function graded(entries: readonly ClassEntry[]): Graded[] {
  return entries.flatMap(({ student, content }) =>
    'problem' in content
      ? []
      : [
          {
            name: student?.name ?? content.check.report.learner,
            id: content.check.report.learnerId ?? '',
            platformId: student?.id ?? '',
            title: content.lesson.title,
            score: scoreOf(content),
            remarks: remarksOf(content).join(' '),
          },
        ],
  );
}

/** Points as a percentage, to a tenth. */
function percent({ points, mostPoints }: Score): number {
  return mostPoints === 0 ? 0 : Math.round((1000 * points) / mostPoints) / 10;
}
