import assert from 'node:assert/strict';
import Papa from 'papaparse';
import {
  judgeClass,
  scoreOf,
  taskResults,
  type ClassEntry,
  type ReadSubmission,
} from '../../../src/reports/classResults';
import { classTable, type TableKind } from '../../../src/reports/classTable';
import { classView } from '../../../src/reports/classView';
import { jobsOf } from '../../../src/reports/reportCheck';
import { readReport, reportBlock } from '../../../src/reports/reportFile';
import { reportText } from '../../../src/reports/reportText';
import { submissionOf } from '../../../src/reports/submissions';
import type { Report } from '../../../src/reports/report';
import { lastingAnswer, tasksOf, type Lesson, type Prediction } from '../../../src/shared/domain/lesson';
import { NO_PROGRESS, type LessonProgress } from '../../../src/shared/domain/progress';
import { aStep } from '../builders';
import { aReport, anOutcome, HERE, LESSON, PREDICTION, PROGRESS } from './sampleReport';

const MINI_FID = [1.3, 1, 0.7, 0.4];

function fileOf(report: Report): string {
  return `${reportText(report, LESSON, new Map())}\n\n${reportBlock(report)}`;
}

function read(path: string, file: string): ReadSubmission {
  const { student, text } = submissionOf(path, new TextEncoder().encode(file));
  const found = text.ok ? readReport(text.value) : text;
  return {
    path,
    student,
    content: found.ok ? { ...found.value, lesson: LESSON } : { problem: found.problem.message },
  };
}

/** The judged reports of a class whose runs were all trained again. */
function judged(files: Readonly<Record<string, string>>): ClassEntry[] {
  const submissions = Object.entries(files).map(([path, file]) => read(path, file));
  const reports = submissions.flatMap(({ content }) => ('problem' in content ? [] : [content]));
  const outcomes = jobsOf(reports).map(({ id }) => anOutcome(id, MINI_FID));
  return judgeClass(submissions, outcomes, HERE);
}

function reportOf(entry: ClassEntry | undefined) {
  assert.ok(entry !== undefined && !('problem' in entry.content), 'a judged report');
  return entry.content;
}

/** What somebody else did, at other moments. */
function progressLater(milliseconds: number): LessonProgress {
  const answers = Object.entries(PROGRESS.answers).map(([id, given]) => [
    id,
    given.map((answer) => ({ ...answer, time: answer.time + milliseconds })),
  ]);
  return { ...PROGRESS, answers: Object.fromEntries(answers) };
}

describe('The results of a class', () => {
  it('have a row for each of 40 files, six of them broken, each with its own reason', () => {
    const good = Array.from({ length: 34 }, (_, index): [string, string] => [
      `learner-${index}.md`,
      fileOf(aReport({ learner: `Learner ${index}`, progress: progressLater(index) })),
    ]);
    const block = reportBlock(aReport());
    const round = (value: string) =>
      fileOf(aReport()).replace(/"goals":\{"near":\{"round":60/, `"goals":{"near":{"round":${value}`);
    const entries = judged({
      ...Object.fromEntries(good),
      'empty.md': '',
      'foreign.md': '# My notes',
      'cut.md': fileOf(aReport()).slice(0, -30),
      'date.md': block.replace(/"written":\d+/, '"written":1e300'),
      'forever.md': round('9007199254740991'),
      'brackets.md': '!['.repeat(40_000),
    });
    assert.equal(entries.length, 40);
    const problems = entries.flatMap(({ path, content }) => ('problem' in content ? [path] : []));
    assert.deepEqual(problems, ['empty.md', 'foreign.md', 'cut.md', 'date.md', 'brackets.md']);
    const forever = reportOf(entries.find(({ path }) => path === 'forever.md'));
    assert.equal(forever.check.claims[0]?.verdict.kind, 'fails');
    const held = entries.slice(0, 34).map((entry) => reportOf(entry).check.claims[0]?.verdict.kind);
    assert.deepEqual(new Set(held), new Set(['holds']));
  });

  it('share the training of a run that many claim', () => {
    const reports = Array.from({ length: 40 }, () => ({ report: aReport(), lesson: LESSON }));
    assert.equal(jobsOf(reports).length, 1);
  });

  it('are written for what was trained when the person cancels', () => {
    const entries = judgeClass([read('ada.md', fileOf(aReport()))], [], HERE);
    assert.equal(reportOf(entries[0]).check.claims[0]?.verdict.kind, 'unknown');
    assert.match(classTable(entries, 'comma'), /Its run was not run again/);
  });

  it('name a report that is a copy of another one, and no other', () => {
    const progress: LessonProgress = {
      ...PROGRESS,
      answers: {
        ...PROGRESS.answers,
        ln2: [1, 2, 3].map((time) => ({ given: { type: 'number', value: 1 }, time })),
      },
    };
    const entries = judged({
      'ada.md': fileOf(aReport({ progress })),
      'ben.md': fileOf(aReport({ progress, learner: 'Ben Muster' })),
      'new.md': fileOf(aReport({ progress: NO_PROGRESS })),
      'other.md': fileOf(aReport({ progress: NO_PROGRESS, learner: 'Dan Muster' })),
    });
    assert.deepEqual(
      entries.map((entry) => reportOf(entry).copyOf),
      [undefined, 'ada.md', undefined, undefined],
    );
  });

  it('count what is right, and give points for what was done', () => {
    const [entry] = judged({ 'ada.md': fileOf(aReport()) });
    const score = scoreOf(reportOf(entry));
    assert.equal(score.predictionsRight, 0);
    assert.equal(score.questionsRightFirst, 0);
    assert.equal(score.questionsRight, 1);
    assert.equal(score.goalsVerified, 1);
    assert.deepEqual([score.points, score.mostPoints], [3, 3]);
  });

  it('weight what was done as the lesson says', () => {
    const sections = LESSON.steps
      .flatMap(tasksOf)
      .map((task) => ({ ...task, points: task.kind === 'question' ? 2.5 : 0.1 }));
    const lesson: Lesson = { ...LESSON, steps: [aStep('first', { sections })] };
    const parsed = readReport(fileOf(aReport()));
    assert.ok(parsed.ok);
    const content = { ...parsed.value, lesson };
    const outcomes = jobsOf([content]).map(({ id }) => anOutcome(id, MINI_FID));
    const [entry] = judgeClass([{ path: 'ada.md', student: undefined, content }], outcomes, HERE);
    const { points, mostPoints } = scoreOf(reportOf(entry));
    assert.deepEqual([points, mostPoints], [2.7, 2.7]);
  });

  it('say how many chose what, and which misconception is behind it', () => {
    const reports = judged({
      'ada.md': fileOf(aReport()),
      'new.md': fileOf(aReport({ progress: NO_PROGRESS })),
    });
    const [prediction, question, goal] = taskResults(LESSON, reports.map(reportOf));
    assert.deepEqual(
      prediction?.choices.map(({ text, count, isRight }) => [text, count, isRight]),
      [
        ['Five times < as fast', 1, false],
        ['One picture', 0, true],
      ],
    );
    assert.deepEqual(prediction?.confidence, [{ confidence: 'certain', right: 0, of: 1 }]);
    assert.deepEqual([question?.tried, question?.right, question?.attempts], [1, 0, 2]);
    assert.deepEqual([goal?.tried, goal?.right], [1, 1]);
  });

  it('give no point for a prediction that was made after its outcome, and say so', () => {
    const marked = (marks: { readonly afterOutcome?: true; readonly afterReset?: true }): LessonProgress => {
      const [answer] = PROGRESS.answers['five-steps'] ?? [];
      assert.ok(answer);
      return { ...PROGRESS, answers: { ...PROGRESS.answers, 'five-steps': [{ ...answer, ...marks }] } };
    };
    const entries = judged({
      'ada.md': fileOf(aReport()),
      'ben.md': fileOf(
        aReport({ learner: 'Ben', progress: marked({ afterOutcome: true, afterReset: true }) }),
      ),
    });
    const [before, after] = entries.map((entry) => scoreOf(reportOf(entry)));
    assert.deepEqual([before?.points, before?.predictionsMade, before?.predictionsAfterOutcome], [3, 1, 0]);
    assert.deepEqual([after?.points, after?.predictionsMade, after?.predictionsAfterOutcome], [2, 0, 1]);
    const [prediction] = taskResults(LESSON, entries.map(reportOf));
    assert.deepEqual([prediction?.tried, prediction?.afterOutcome, prediction?.afterReset], [1, 1, 1]);
    assert.deepEqual(
      prediction?.choices.map(({ count }) => count),
      [1, 0],
    );
    const view = classView(entries, 'class');
    assert.match(view, /1 more predicted it after a run had shown what happens; they are not counted\./);
    assert.match(view, /Predictions made after a run had shown what happens: 1\./);
    const file = fileOf(aReport({ progress: marked({ afterOutcome: true, afterReset: true }) }));
    assert.match(file, /^- Made after a run had shown what happens$/m);
    assert.match(file, /^- Given again after the progress was reset$/m);
    assert.equal(reportOf(entries[1]).check.text.kind, 'same');
  });

  it('count an answer for its option where another one was inserted before it', () => {
    const [answer] = PROGRESS.answers['five-steps'] ?? [];
    assert.ok(answer !== undefined && PREDICTION.answer.type === 'single');
    const { options } = PREDICTION.answer;
    const progress = {
      ...PROGRESS,
      answers: { 'five-steps': [{ ...answer, given: lastingAnswer(PREDICTION.answer, answer.given) }] },
    };
    const inserted = { html: '<p>Nothing</p>', correct: false, feedback: '' };
    const counts = (after: typeof options): (readonly [string, number])[] | undefined => {
      const section: Prediction = { ...PREDICTION, answer: { type: 'single', options: after } };
      const lesson: Lesson = { ...LESSON, steps: [aStep('first', { sections: [section] })] };
      const parsed = readReport(fileOf(aReport({ progress })));
      assert.ok(parsed.ok);
      const entries = judgeClass(
        [{ path: 'ada.md', student: undefined, content: { ...parsed.value, lesson } }],
        [],
        HERE,
      );
      return taskResults(lesson, entries.map(reportOf))[0]?.choices.map(({ text, count }) => [text, count]);
    };
    assert.deepEqual(counts([inserted, ...options]), [
      ['Nothing', 0],
      ['Five times < as fast', 1],
      ['One picture', 0],
    ]);
    assert.deepEqual(counts([inserted, inserted, ...options.slice(1)]), [
      ['Nothing', 0],
      ['Nothing', 0],
      ['One picture', 0],
      ['an option that this lesson no longer has', 1],
    ]);
  });

  it('are shown with names in which nothing works', () => {
    const learner = '[x](command:y) | <img src=z>';
    const view = classView(judged({ 'a.md': fileOf(aReport({ learner })), 'b.md': '' }), 'class');
    assert.match(view, /\\\[x\\\]\\\(command:y\\\) \\\| \\<img src=z\\>/);
    assert.match(view, /\| b\.md \| This file is empty\. \|/);
  });
});

describe('The table of a class', () => {
  const entries = judged({
    'Ada Beispiel_77_assignsubmission_file_/report.md': fileOf(
      aReport({ learner: '=SUM(A1)', learnerId: 'ada@example.org' }),
    ),
    'notes.md': '# Notes',
  });
  const rowsOf = (kind: TableKind, delimiter: string): string[][] =>
    Papa.parse<string[]>(classTable(entries, kind).trim(), { delimiter }).data;

  it('has a row for each file, also for one that is no report', () => {
    const rows = rowsOf('comma', ',');
    assert.equal(rows.length, 3);
    assert.match(rows[2]?.at(-1) ?? '', /^Not a report/);
    assert.equal(new Set(rows.map(({ length }) => length)).size, 1, 'all rows are equally long');
  });

  it('has the answers, the time of day and the student of the learning platform', () => {
    const [head = [], row = []] = rowsOf('comma', ',');
    const value = (title: string): string | undefined => row[head.indexOf(title)];
    assert.equal(value('Student'), 'Ada Beispiel');
    assert.equal(value('Number or e-mail'), 'ada@example.org');
    assert.equal(value('Written on (UTC)'), '2030-01-02 00:00');
    assert.equal(value('Five steps'), 'Five times < as fast');
    assert.equal(value('Guessing'), '1 (2 answers)');
  });

  it('is UTF-8 for Excel, too', () => {
    assert.ok(classTable(entries, 'comma').startsWith('\uFEFF'));
  });

  it('lets no spreadsheet take a text for a formula, with whatever separator it reads', () => {
    const learners = ['=1+1', 'a;=1+1', 'a,+1', 'a\t-1', '@x', ' =1', 'a; =1', 'a|=1'];
    for (const learner of learners) {
      const table = classTable(judged({ 'a.md': fileOf(aReport({ learner })) }), 'comma');
      for (const delimiter of [',', ';', '\t', '|']) {
        const cells = table.split('\r\n').flatMap((line) => line.split(delimiter));
        assert.deepEqual(
          cells.filter((cell) => /^["\s]*[=+@-]/.test(cell)),
          [],
          `${learner} with ${delimiter}`,
        );
      }
    }
  });

  it('has the columns that Moodle and Canvas import', () => {
    assert.deepEqual(
      rowsOf('moodle', ',')
        .slice(0, 2)
        .map((row) => row.slice(0, 4)),
      [
        ['ID number', 'Email address', 'Full name', 'Grade'],
        ['', 'ada@example.org', 'Ada Beispiel', '100'],
      ],
    );
    assert.deepEqual(rowsOf('canvas', ',')[2], ['Ada Beispiel', '77', '', 'ada@example.org', '', '100']);
  });
});
