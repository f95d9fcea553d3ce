import * as l10n from '@vscode/l10n';
import type { Lesson } from '../shared/domain/lesson';
import { confidenceName } from '../shared/words/confidenceName';
import {
  byLesson,
  remarksOf,
  scoreOf,
  taskResults,
  type Choice,
  type ClassEntry,
  type JudgedReport,
  type TaskResult,
} from './classResults';
import { markdownText } from './plainText';
import { timeText } from './reportText';

/** The results of a class to look at, in Markdown: what each question showed, then a row for each learner. */
export function classView(entries: readonly ClassEntry[], place: string): string {
  const lessons = byLesson(entries);
  const unread = entries.flatMap(({ path, content }) =>
    'problem' in content ? [`| ${markdownText(path)} | ${markdownText(content.problem)} |`] : [],
  );
  return [
    `# ${l10n.t('Class results: {0}', markdownText(place))}`,
    l10n.t('{0} files, {1} reports.', entries.length, entries.length - unread.length),
    ...[...lessons].flatMap(([lesson, reports]) => lessonParts(lesson, reports)),
    ...(lessons.size === 0 ? [] : learnerParts(entries)),
    ...(unread.length === 0
      ? []
      : [
          `## ${l10n.t('Files without a result')}`,
          [`| ${l10n.t('File')} | ${l10n.t('Why')} |`, '| --- | --- |', ...unread].join('\n'),
        ]),
    l10n.t(
      'Goals were checked by training their runs again. Answers are what the learners wrote, and so is when they gave them: they can be right or wrong, but not be checked.',
    ),
    '',
  ].join('\n\n');
}

function lessonParts(lesson: Lesson, reports: readonly JudgedReport[]): string[] {
  return [
    `## ${markdownText(lesson.title)}`,
    ...taskResults(lesson, reports).flatMap((result) => taskParts(result, reports.length)),
  ];
}

function taskParts(result: TaskResult, learners: number): string[] {
  const { task, tried, right, attempts, afterOutcome, afterReset, choices, confidence } = result;
  const counted =
    task.kind === 'goal'
      ? l10n.t('{0} of {1} reached it; {2} of these hold when trained again.', tried, learners, right)
      : l10n.t(
          '{0} of {1} answered, {2} of them right on the first try; {3} answers in all.',
          tried,
          learners,
          right,
          attempts,
        );
  return [
    `### ${markdownText(task.title)}`,
    counted,
    ...(afterOutcome === 0
      ? []
      : [
          l10n.t(
            '{0} more predicted it after a run had shown what happens; they are not counted.',
            afterOutcome,
          ),
        ]),
    ...(afterReset === 0 ? [] : [l10n.t('{0} answered again after a reset.', afterReset)]),
    ...(choices.length === 0
      ? []
      : [
          [
            `| ${l10n.t('First answer')} | | ${l10n.t('Learners')} | ${l10n.t('Behind it')} |`,
            '| --- | --- | --- | --- |',
            ...choices.map((choice) => choiceRow(choice, tried)),
          ].join('\n'),
        ]),
    ...(confidence.length === 0
      ? []
      : [
          confidence
            .map((each) =>
              l10n.t('{0}: {1} of {2} right', confidenceName(each.confidence), each.right, each.of),
            )
            .join(' · '),
        ]),
  ];
}

/** A bar of so many characters stands for everybody who answered. */
const LONGEST_BAR = 20;

function choiceRow({ text, isRight, count, misconception }: Choice, tried: number): string {
  const bar = '█'.repeat(tried === 0 ? 0 : Math.round((LONGEST_BAR * count) / tried));
  return `| ${isRight ? '✓ ' : ''}${markdownText(text)} | ${bar} | ${count} | ${markdownText(misconception)} |`;
}

function learnerParts(entries: readonly ClassEntry[]): string[] {
  const rows = entries.flatMap(({ path, student, content }) => {
    if ('problem' in content) {
      return [];
    }
    const { report } = content.check;
    const score = scoreOf(content);
    const cells = [
      report.learner,
      report.learnerId ?? student?.id ?? '',
      content.lesson.title,
      timeText(report.written),
      l10n.t('{0} of {1}', score.points, score.mostPoints),
      l10n.t('{0} of {1}', score.goalsVerified, score.goalsClaimed),
      remarksOf(content).join(' '),
      path,
    ];
    return [`| ${cells.map(markdownText).join(' | ')} |`];
  });
  const head = [
    l10n.t('Learner'),
    l10n.t('Number or e-mail'),
    l10n.t('Lesson'),
    l10n.t('Written on (UTC)'),
    l10n.t('Points'),
    l10n.t('Goals that hold'),
    l10n.t('Remarks'),
    l10n.t('File'),
  ];
  return [
    `## ${l10n.t('Learners')}`,
    l10n.t(
      'One point for each prediction made before a run had shown what happens, each question answered right in the end, and each goal that holds, or as many as the lesson says.',
    ),
    [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows].join('\n'),
  ];
}
