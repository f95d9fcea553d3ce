import * as l10n from '@vscode/l10n';
import {
  chosenOptions,
  isRight,
  tasksOf,
  type AnswerSpec,
  type GivenAnswer,
  type Lesson,
  type LessonStep,
  type Task,
} from '../shared/domain/lesson';
import { confidenceName } from '../shared/words/confidenceName';
import { answersTo, doneSteps, type Answer, type LessonProgress } from '../shared/domain/progress';
import { valueOf } from '../shared/domain/byId';
import type { RerunPictures } from '../shared/wire/rerun';
import { unreachable } from '../shared/result';
import { markdownText, plainTextOf } from './plainText';
import type { Report } from './report';
import { backendText, differencesText, measuredText } from './runText';

/** Pictures of the runs of goals, by the id of the goal. */
export type ReportPictures = ReadonlyMap<string, RerunPictures>;

/** The text of a report for people, in Markdown. */
export function reportText(report: Report, lesson: Lesson, pictures: ReportPictures): string {
  const { progress } = report;
  const done = doneSteps(lesson, progress).length;
  return [
    `# ${markdownText(l10n.t('{0}. {1}', lesson.number, lesson.title))}`,
    l10n.t(
      'Report of {0}, written on {1}',
      [
        `**${markdownText(report.learner)}**`,
        ...(report.learnerId === undefined ? [] : [markdownText(report.learnerId)]),
      ].join(', '),
      dateText(report.written),
    ),
    l10n.t('Steps done: {0} of {1}.', done, lesson.steps.length),
    ...lesson.steps.flatMap((step) => stepParts(step, lesson, progress, pictures)),
    '---',
    l10n.t(
      'Every number above can be checked: “GAN: Verify Report…” trains the runs again with the seeds and hyperparameters in the block below. Leave the block as it is.',
    ),
  ].join('\n\n');
}

function stepParts(
  step: LessonStep,
  lesson: Lesson,
  progress: LessonProgress,
  pictures: ReportPictures,
): string[] {
  const tasks = tasksOf(step);
  return tasks.length === 0
    ? []
    : [
        `## ${markdownText(step.title)}`,
        ...tasks.flatMap((task) => taskParts(task, lesson, progress, pictures)),
      ];
}

function taskParts(task: Task, lesson: Lesson, progress: LessonProgress, pictures: ReportPictures): string[] {
  const title = markdownText(task.title);
  switch (task.kind) {
    case 'prediction': {
      const [answer] = answersTo(progress, task.id);
      const shown = Object.hasOwn(progress.revealed, task.id);
      return [
        `### ${l10n.t('Prediction: {0}', title)}`,
        ...wordsOf(task),
        answer === undefined
          ? l10n.t('Not answered.')
          : list([
              l10n.t(
                'Predicted: {0}',
                shown ? judgedText(task.answer, answer.given) : givenText(task.answer, answer.given),
              ),
              ...reasonLines(answer),
              ...circumstances(answer),
              shown
                ? l10n.t('What happened: {0}', correctText(task.answer))
                : l10n.t('The run was not seen to its end.'),
            ]),
      ];
    }
    case 'question': {
      const answers = answersTo(progress, task.id);
      return [
        `### ${l10n.t('Question: {0}', title)}`,
        ...wordsOf(task),
        answers.length === 0
          ? l10n.t('Not answered.')
          : numbered(
              answers.map((answer) =>
                [judgedText(task.answer, answer.given), ...circumstances(answer)].join(' · '),
              ),
            ),
      ];
    }
    case 'goal': {
      const facts = valueOf(progress.goals, task.id);
      const picture = pictures.get(task.id);
      return [
        `### ${l10n.t('Goal: {0}', title)}`,
        ...wordsOf(task),
        facts === undefined
          ? l10n.t('Not reached.')
          : list([
              l10n.t('Reached at round {0}', facts.round),
              ...facts.measured.map(measuredText),
              ...differencesText(lesson, task, facts),
              backendText(facts.backend),
            ]),
        ...(picture === undefined
          ? []
          : [
              `![${l10n.t('Forgeries of the same noise through the rounds')}](${dataAddress(picture.samplesOverTime)})`,
              `![${l10n.t('Distance from the originals and kinds, by round')}](${dataAddress(picture.chart)})`,
            ]),
      ];
    }
    default:
      return unreachable(task);
  }
}

function reasonLines({ reason, confidence }: Answer): string[] {
  return [
    ...(reason === undefined || reason.trim() === '' ? [] : [l10n.t('Reason: {0}', markdownText(reason))]),
    ...(confidence === undefined ? [] : [l10n.t('Confidence: {0}', confidenceName(confidence))]),
  ];
}

/** What the learner could know already when they gave an answer. */
export function circumstances({ afterOutcome, afterReset }: Answer): string[] {
  return [
    ...(afterOutcome === true ? [l10n.t('Made after a run had shown what happens')] : []),
    ...(afterReset === true ? [l10n.t('Given again after the progress was reset')] : []),
  ];
}

/** What was asked, so that whoever reads the report need not have the lesson beside it. */
function wordsOf({ html }: Task): string[] {
  const words = markdownText(plainTextOf(html));
  return words === '' ? [] : [`> ${words}`];
}

function judgedText(spec: AnswerSpec, given: GivenAnswer): string {
  return l10n.t(
    '{0} ({1})',
    givenText(spec, given),
    isRight(spec, given) ? l10n.t('right') : l10n.t('wrong'),
  );
}

function givenText(spec: AnswerSpec, given: GivenAnswer): string {
  return markdownText(answerText(spec, given));
}

/** An answer in words. */
export function answerText(spec: AnswerSpec, given: GivenAnswer): string {
  if (spec.type === 'number' || given.type === 'number') {
    return given.type === 'number' ? `${given.value} ${spec.type === 'number' ? spec.unit : ''}`.trim() : '';
  }
  const chosen = chosenOptions(spec.options, given);
  if (chosen === undefined) {
    return l10n.t('an option that this lesson no longer has');
  }
  const texts = chosen.map((index) => plainTextOf(spec.options[index]?.html ?? ''));
  return texts.length === 0 ? l10n.t('none of them') : texts.join('; ');
}

function correctText(spec: AnswerSpec): string {
  if (spec.type === 'number') {
    return `${spec.value} ${spec.unit}`.trim();
  }
  const texts = spec.options.filter(({ correct }) => correct).map(({ html }) => plainTextOf(html));
  return markdownText(texts.join('; '));
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** Lines in the order in which they came. */
function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}. ${line}`).join('\n');
}

/** The day in UTC, which is the same wherever the report is verified. */
function dateText(time: number): string {
  return timeText(time).slice(0, 'yyyy-mm-dd'.length);
}

/** The minute in UTC, as spreadsheets read it. */
export function timeText(time: number): string {
  return new Date(time).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ');
}

/** Bytes that `String.fromCharCode` takes at once: far fewer than an engine allows arguments. */
const CHUNK = 8192;

function dataAddress(png: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < png.length; start += CHUNK) {
    binary += String.fromCharCode(...png.subarray(start, start + CHUNK));
  }
  return `data:image/png;base64,${btoa(binary)}`;
}
