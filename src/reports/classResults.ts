import * as l10n from '@vscode/l10n';
import {
  chosenOptions,
  isRight,
  tasksOf,
  type AnswerSpec,
  type GivenAnswer,
  type Lesson,
  type Task,
} from '../shared/domain/lesson';
import { answersTo, CONFIDENCES, doneSteps, type Confidence } from '../shared/domain/progress';
import { describeError } from '../emitter';
import type { RerunOutcome } from '../shared/wire/rerun';
import { plainTextOf } from './plainText';
import type { Report } from './report';
import { checkReport, type ReportCheck, type Verifier } from './reportCheck';
import type { ReadReport } from './reportFile';
import type { Student } from './submissions';

/** A file of a class with the report in it and the lesson that it is of, or with the reason why there is none. */
export interface ReadSubmission {
  readonly path: string;
  readonly student: Student | undefined;
  readonly content: (ReadReport & { readonly lesson: Lesson }) | { readonly problem: string };
}

/** A file of a class, judged. */
export interface ClassEntry {
  readonly path: string;
  readonly student: Student | undefined;
  readonly content: JudgedReport | { readonly problem: string };
}

/** A report that was judged. */
export interface JudgedReport {
  readonly lesson: Lesson;
  readonly check: ReportCheck;
  /** The path of the file before this one that has the same answers at the same moments. */
  readonly copyOf: string | undefined;
}

/**
 * Judges the reports of a class, each by itself: what is wrong with one is in its own row.
 *
 * @param here where they are verified
 */
export function judgeClass(
  submissions: readonly ReadSubmission[],
  outcomes: readonly RerunOutcome[],
  here: Verifier,
): ClassEntry[] {
  const firstWith = new Map<string, string>();
  return submissions.map(({ path, student, content }): ClassEntry => {
    if ('problem' in content) {
      return { path, student, content };
    }
    try {
      const key = momentsOf(content.report);
      const copyOf = key === undefined ? undefined : firstWith.get(key);
      if (key !== undefined && copyOf === undefined) {
        firstWith.set(key, path);
      }
      const check = checkReport(content, content.lesson, outcomes, here);
      return { path, student, content: { lesson: content.lesson, check, copyOf } };
    } catch (error) {
      const problem = l10n.t('This report could not be judged: {0}', describeError(error));
      return { path, student, content: { problem } };
    }
  });
}

/** Fewer moments may be the same by chance, or of a report that has hardly begun. */
const FEWEST_MOMENTS = 3;

/** When which answer was given, to the millisecond: nobody's report has that of another by chance. */
function momentsOf({ lesson, progress }: Report): string | undefined {
  const moments = Object.entries(progress.answers)
    .flatMap(([id, answers]) => answers.map(({ time }) => `${id} ${time}`))
    .toSorted();
  return moments.length < FEWEST_MOMENTS ? undefined : [lesson.id, ...moments].join('\n');
}

/** What a learner has done, in numbers. */
export interface Score {
  readonly stepsDone: number;
  /** Before a run had shown what happens, as far as the panel saw it. */
  readonly predictionsMade: number;
  /** Of these. */
  readonly predictionsRight: number;
  readonly predictionsAfterOutcome: number;
  readonly predictions: number;
  /** Right at the first answer, and right at any. */
  readonly questionsRightFirst: number;
  readonly questionsRight: number;
  readonly questions: number;
  readonly goalsVerified: number;
  readonly goalsClaimed: number;
  readonly goals: number;
  /**
   * Of each prediction that was made before its outcome was seen, whatever it was, each question answered right in the
   * end, and each goal whose run was trained again and reached it: one, or as many as the lesson says.
   */
  readonly points: number;
  readonly mostPoints: number;
}

export function scoreOf({ lesson, check }: JudgedReport): Score {
  const { progress } = check.report;
  const tasks = lesson.steps.flatMap(tasksOf);
  const predictions = tasks.filter((task) => task.kind === 'prediction');
  const questions = tasks.filter((task) => task.kind === 'question');
  const rightFirst = ({ id, answer }: { readonly id: string; readonly answer: AnswerSpec }): boolean => {
    const [first] = answersTo(progress, id);
    return first !== undefined && isRight(answer, first.given);
  };
  const made = predictions.flatMap((task) => {
    const [answer] = answersTo(progress, task.id);
    return answer === undefined ? [] : [{ task, answer }];
  });
  const before = made.filter(({ answer }) => answer.afterOutcome !== true);
  const questionsRight = questions.filter(({ id, answer }) =>
    answersTo(progress, id).some(({ given }) => isRight(answer, given)),
  );
  const goalsVerified = check.claims.filter(({ verdict }) => verdict.kind === 'holds');
  return {
    stepsDone: doneSteps(lesson, progress).length,
    predictionsMade: before.length,
    predictionsRight: before.filter(({ task, answer }) => isRight(task.answer, answer.given)).length,
    predictionsAfterOutcome: made.length - before.length,
    predictions: predictions.length,
    questionsRightFirst: questions.filter(rightFirst).length,
    questionsRight: questionsRight.length,
    questions: questions.length,
    goalsVerified: goalsVerified.length,
    goalsClaimed: check.claims.length,
    goals: tasks.filter(({ kind }) => kind === 'goal').length,
    points: pointsOf([
      ...before.map(({ task }) => task),
      ...questionsRight,
      ...goalsVerified.map(({ claim }) => claim.goal),
    ]),
    mostPoints: pointsOf(tasks),
  };
}

/** The points of these tasks together; 0.1 added ten times is 1. */
function pointsOf(tasks: readonly Task[]): number {
  return Number(tasks.reduce((sum, { points = 1 }) => sum + points, 0).toFixed(6));
}

/** How a class answered one task of a lesson. */
export interface TaskResult {
  readonly task: Task;
  /** Learners who did it: gave an answer, before the outcome if it is a prediction, or claimed the goal. */
  readonly tried: number;
  /** Whose first answer was right, or whose goal holds. */
  readonly right: number;
  /** Answers that were given in all. */
  readonly attempts: number;
  /** Learners who predicted after a run had shown what happens; they count nowhere else. */
  readonly afterOutcome: number;
  /** Learners who answered again after a reset. */
  readonly afterReset: number;
  /** First answers, the commonest first; of a goal none. */
  readonly choices: readonly Choice[];
  /** Of those who said how sure they were of their prediction: how many were right. */
  readonly confidence: readonly {
    readonly confidence: Confidence;
    readonly right: number;
    readonly of: number;
  }[];
}

/** An answer that was given, and by how many. */
export interface Choice {
  readonly text: string;
  readonly isRight: boolean;
  readonly count: number;
  /** Of a wrong option: the misconception behind it, in the lesson's words. */
  readonly misconception: string;
}

/** What a class did in each task of a lesson, in the order of its text. */
export function taskResults(lesson: Lesson, reports: readonly JudgedReport[]): TaskResult[] {
  return lesson.steps.flatMap(tasksOf).map((task) => {
    if (task.kind === 'goal') {
      const claims = reports.flatMap(({ check }) =>
        check.claims.filter(({ claim }) => claim.goal.id === task.id),
      );
      const right = claims.filter(({ verdict }) => verdict.kind === 'holds').length;
      return {
        task,
        tried: claims.length,
        right,
        attempts: claims.length,
        afterOutcome: 0,
        afterReset: 0,
        choices: [],
        confidence: [],
      };
    }
    const all = reports
      .map(({ check }) => answersTo(check.report.progress, task.id))
      .filter((answers) => answers.length > 0);
    const answered = all.filter(([answer]) => answer?.afterOutcome !== true);
    const first = answered.flatMap(([answer]) => (answer === undefined ? [] : [answer]));
    const rightOnes = first.filter(({ given }) => isRight(task.answer, given));
    return {
      task,
      tried: answered.length,
      right: rightOnes.length,
      attempts: answered.reduce((sum, answers) => sum + answers.length, 0),
      afterOutcome: all.length - answered.length,
      afterReset: all.filter(([answer]) => answer?.afterReset === true).length,
      choices: choicesOf(
        task.answer,
        first.map(({ given }) => given),
      ),
      confidence: CONFIDENCES.map((confidence) => ({
        confidence,
        right: rightOnes.filter((answer) => answer.confidence === confidence).length,
        of: first.filter((answer) => answer.confidence === confidence).length,
      })).filter(({ of }) => of > 0),
    };
  });
}

/** Numbers beyond these are answers of single learners, and say nothing of a class. */
const MOST_CHOICES = 8;

function choicesOf(spec: AnswerSpec, given: readonly GivenAnswer[]): Choice[] {
  if (spec.type !== 'number') {
    const chosen = given.flatMap((answer) =>
      answer.type === 'options' ? [chosenOptions(spec.options, answer)] : [],
    );
    const unknown = chosen.filter((indices) => indices === undefined).length;
    return [
      ...spec.options.map(({ html, correct, feedback }, index) => ({
        text: plainTextOf(html),
        isRight: correct,
        count: chosen.filter((indices) => indices?.includes(index)).length,
        misconception: correct ? '' : plainTextOf(feedback),
      })),
      ...(unknown === 0
        ? []
        : [
            {
              text: l10n.t('an option that this lesson no longer has'),
              isRight: false,
              count: unknown,
              misconception: '',
            },
          ]),
    ];
  }
  const counts = new Map<number, number>();
  for (const answer of given) {
    if (answer.type === 'number') {
      counts.set(answer.value, (counts.get(answer.value) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST_CHOICES)
    .map(([value, count]) => ({
      text: `${value} ${spec.unit}`.trim(),
      isRight: isRight(spec, { type: 'number', value }),
      count,
      misconception: '',
    }));
}

/** The lessons of the reports, each with its reports. */
export function byLesson(entries: readonly ClassEntry[]): Map<Lesson, JudgedReport[]> {
  const reports = new Map<Lesson, JudgedReport[]>();
  for (const { content } of entries) {
    if (!('problem' in content)) {
      reports.set(content.lesson, [...(reports.get(content.lesson) ?? []), content]);
    }
  }
  return reports;
}

/** What there is to say of a report beside its numbers, in sentences. */
export function remarksOf({ check, copyOf }: JudgedReport): string[] {
  return [
    ...(copyOf === undefined ? [] : [l10n.t('Same answers at the same moments as {0}.', copyOf)]),
    ...answersRemarks(check.report),
    ...textRemark(check.text),
    ...check.claims.flatMap(({ claim, verdict }) =>
      verdict.kind === 'holds' ? [] : [`${claim.goal.title}: ${verdict.reason}`],
    ),
  ];
}

/** What the learner knew already when they answered. */
function answersRemarks({ progress }: Report): string[] {
  const firsts = Object.values(progress.answers).flatMap(([first]) => (first === undefined ? [] : [first]));
  const afterOutcome = firsts.filter((answer) => answer.afterOutcome === true).length;
  const afterReset = firsts.filter((answer) => answer.afterReset === true).length;
  return [
    ...(afterOutcome === 0
      ? []
      : [l10n.t('Predictions made after a run had shown what happens: {0}.', afterOutcome)]),
    ...(afterReset === 0 ? [] : [l10n.t('Answered again after a reset: {0}.', afterReset)]),
  ];
}

function textRemark(text: ReportCheck['text']): string[] {
  switch (text.kind) {
    case 'same':
      return [];
    case 'edited':
      return [l10n.t('Text changed: “{0}”.', text.written)];
    case 'otherLesson':
      return [l10n.t('Made with another version of this lesson.')];
    case 'dataEdited':
      return [l10n.t('Data changed: they no longer say “{0}”.', text.written)];
    case 'otherProgram':
      return [l10n.t('Made with another version of GAN Lessons.')];
    case 'unknown':
      return [l10n.t('Text differs: it was changed, or made with another version.')];
    case 'otherLanguage':
      return [l10n.t('Written in another language.')];
  }
}
