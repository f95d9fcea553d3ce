import assert from 'node:assert/strict';
import { checkReport, checkText, jobsOf } from '../../../src/reports/reportCheck';
import { readReport, reportBlock } from '../../../src/reports/reportFile';
import { reportText } from '../../../src/reports/reportText';
import { digestOfLesson, type Report } from '../../../src/reports/report';
import { digestOfWords } from '../../../src/reports/reportWords';
import type { Lesson } from '../../../src/shared/domain/lesson';
import { NO_PROGRESS } from '../../../src/shared/domain/progress';
import { aReport, anOutcome, HERE, LESSON } from './sampleReport';

const MINI_FID = [1.3, 1, 0.7, 0.4];

function outcomesFor(report: Report, miniFid = MINI_FID) {
  return jobsOf([{ report, lesson: LESSON }]).map(({ id }) => anOutcome(id, miniFid));
}

function check(report: Report, edit: (text: string) => string = (text) => text) {
  const read = readReport(`${edit(reportText(report, LESSON, new Map()))}\n\n${reportBlock(report)}`);
  assert.ok(read.ok);
  return checkReport(read.value, LESSON, outcomesFor(report), HERE);
}

/** A report that says with which text and which lesson it was written, as reports of this version do. */
function signed(report: Report = aReport()): Report {
  return {
    ...report,
    lesson: { ...report.lesson, digest: digestOfLesson(LESSON) },
    program: HERE.program,
    words: digestOfWords(reportText(report, LESSON, new Map())),
  };
}

/** The verdict on the text of a signed report whose file was edited and whose lesson is this one now. */
function textAfter(edit: (file: string) => string, lesson: Lesson = LESSON) {
  const report = signed();
  const read = readReport(edit(`${reportText(report, LESSON, new Map())}\n\n${reportBlock(report)}`));
  assert.ok(read.ok, read.ok ? '' : read.problem.message);
  return checkReport(read.value, lesson, outcomesFor(report), HERE).text;
}

describe('The verification of a report', () => {
  it('finds that an honest report holds', () => {
    const { claims, text } = check(aReport());
    assert.deepEqual(
      claims.map(({ verdict }) => verdict),
      [{ kind: 'holds' }],
    );
    assert.equal(text.kind, 'same');
  });

  it('notices that the text was changed by hand', () => {
    const found = check(aReport(), (text) => text.replace('round 60', 'round 6'));
    assert.equal(found.text.kind, 'unknown');
    const told = checkText(found, LESSON, 'ada.md');
    assert.match(told, /In the report: Reached at round 6\n/);
    assert.match(told, /By its data: Reached at round 60\n/);
  });

  it('shows what was changed as text, in which nothing works', () => {
    const found = check(aReport(), (text) => text.replace('round 60', '[click](command:x) <img src=y>'));
    assert.match(checkText(found, LESSON, 'ada.md'), /\\\[click\\\]\\\(command:x\\\) \\<img src=y\\>/);
  });

  it('does not mind what only separates lines', () => {
    assert.equal(check(aReport(), (text) => text.replaceAll('\n\n', '\n\n\n')).text.kind, 'same');
  });

  it('does not compare a text in another language', () => {
    assert.equal(check(aReport({ language: 'zh-cn' })).text.kind, 'otherLanguage');
  });

  it('is told in a table', () => {
    const text = checkText(check(aReport()), LESSON, 'ada.md');
    assert.match(
      text,
      /\| Near the originals \| Round 60 · Distance from real: 0\.4 · Seed: 3 \| ✓ holds \|/,
    );
    assert.match(text, /Ada Beispiel/);
  });

  it('runs a run that several reports share only once', () => {
    const reports = ['Ada', 'Bob'].map((learner) => ({ report: aReport({ learner }), lesson: LESSON }));
    assert.equal(jobsOf(reports).length, 1);
  });

  it('runs nothing for a report that claims nothing', () => {
    assert.deepEqual(jobsOf([{ report: aReport({ progress: NO_PROGRESS }), lesson: LESSON }]), []);
  });
});

describe('The text of a report', () => {
  const formatted: Readonly<Record<string, (file: string) => string>> = {
    'a formatter that shortens the fence': (file) => file.replaceAll('````', '```'),
    'a formatter that prefers tildes': (file) => file.replaceAll('````', '~~~~'),
    'ends of lines of another system': (file) => file.replaceAll('\n', '\r\n'),
    'ends of lines of an old system': (file) => file.replaceAll('\n', '\r'),
    'a byte order mark': (file) => `\uFEFF${file}`,
    'accents in two parts': (file) => file.normalize('NFD'),
    'other marks of lists': (file) => file.replaceAll('\n- ', '\n* '),
    'wider lists': (file) => file.replaceAll('\n- ', '\n-   '),
    'underscores for emphasis': (file) => file.replaceAll('**', '__'),
    'fewer escapes': (file) => file.replaceAll('\\-', '-').replaceAll('\\<', '<'),
    'no empty line at the end': (file) => file.trimEnd(),
    'blanks at the end of lines': (file) => file.replace('Steps done: 1 of 1.', 'Steps done: 1 of 1.   '),
    'lines that are broken elsewhere': (file) => file.replace('Steps done: 1 of', 'Steps done:\n1 of'),
    'indented JSON': (file) =>
      file.replace(/\{.*\}/, (json) => JSON.stringify(JSON.parse(json), undefined, 2)),
    'empty lines': (file) => file.replaceAll('\n\n', '\n\n\n'),
    'another rule': (file) => file.replace('\n---\n', '\n- - -\n'),
  };
  for (const [tool, edit] of Object.entries(formatted)) {
    it(`is as it was written after ${tool}`, () => {
      assert.equal(textAfter(edit).kind, 'same');
    });
  }

  it('is said to be changed where somebody changed it', () => {
    assert.equal(textAfter((file) => file.replace('round 60', 'round 6')).kind, 'edited');
  });

  it('is said not to fit its data where somebody changed those', () => {
    const forged = textAfter((file) =>
      file.replace('"goals":{"near":{"round":60', '"goals":{"near":{"round":61'),
    );
    assert.equal(forged.kind, 'dataEdited');
  });

  it('accuses nobody when the lesson was edited since', () => {
    const lesson: Lesson = { ...LESSON, title: 'A corrected sample' };
    assert.equal(textAfter((file) => file, lesson).kind, 'otherLesson');
    assert.equal(textAfter((file) => file.replace('round 60', 'round 6'), lesson).kind, 'unknown');
  });
});
