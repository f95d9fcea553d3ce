import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { classTable } from '../../../src/reports/classTable';
import { checkReport, checkText, jobsOf } from '../../../src/reports/reportCheck';
import { readReport, reportBlock } from '../../../src/reports/reportFile';
import { reportText } from '../../../src/reports/reportText';
import type { Report } from '../../../src/reports/report';
import { NO_PROGRESS } from '../../../src/shared/domain/progress';
import { aReport, anOutcome, LESSON, PROGRESS } from './sampleReport';

const MINI_FID = [1.3, 1, 0.7, 0.4];

function outcomesFor(report: Report, miniFid = MINI_FID) {
  return jobsOf([{ report, lesson: LESSON }]).map(({ id }) => anOutcome(id, miniFid));
}

function check(report: Report, edit: (text: string) => string = (text) => text) {
  const read = readReport(`${edit(reportText(report, LESSON, new Map()))}\n\n${reportBlock(report)}`);
  assert.ok(read.ok);
  return checkReport(read.value, LESSON, outcomesFor(report), 'en');
}

describe('The verification of a report', () => {
  it('finds that an honest report holds', () => {
    const { claims, text } = check(aReport());
    assert.deepEqual(
      claims.map(({ verdict }) => verdict),
      [{ kind: 'holds' }],
    );
    assert.equal(text, 'asWritten');
  });

  it('notices that the text was changed by hand', () => {
    const found = check(aReport(), (text) => text.replace('round 60', 'round 6'));
    assert.equal(found.text, 'changed');
    const told = checkText(found, LESSON, 'ada.md');
    assert.match(told, /In the report: Reached at round 6\n/);
    assert.match(told, /By its data: Reached at round 60\n/);
  });

  it('shows what was changed as text, in which nothing works', () => {
    const found = check(aReport(), (text) => text.replace('round 60', '[click](command:x) <img src=y>'));
    assert.match(checkText(found, LESSON, 'ada.md'), /\\\[click\\\]\\\(command:x\\\) \\<img src=y\\>/);
  });

  it('does not mind what only separates lines', () => {
    assert.equal(check(aReport(), (text) => text.replaceAll('\n\n', '\n\n\n')).text, 'asWritten');
  });

  it('does not compare a text in another language', () => {
    assert.equal(check(aReport({ language: 'zh-cn' })).text, 'otherLanguage');
  });

  it('is told in a table', () => {
    const text = checkText(check(aReport()), LESSON, 'ada.md');
    assert.match(text, /\| Near the originals \| Round 60 · mini\\-FID: 0\.4 · Seed: 3 \| ✓ holds \|/);
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

describe('The table of a class', () => {
  const table = classTable([
    { fileName: 'ada.md', verified: { lesson: LESSON, check: check(aReport({ learner: '=SUM(A1)' })) } },
    { fileName: 'notes.md', problem: 'This is no report.' },
  ]);
  const rows = Papa.parse<string[]>(table.trim()).data;

  it('has a row for each file, also for one that is no report', () => {
    assert.equal(rows.length, 3);
    assert.equal(rows[1]?.[0], 'ada.md');
    assert.deepEqual([rows[2]?.[0], rows[2]?.at(-1)], ['notes.md', 'This is no report.']);
    assert.equal(new Set(rows.map(({ length }) => length)).size, 1, 'all rows are equally long');
  });

  it('counts what is right at once and what was verified', () => {
    const value = (title: string) => rows[1]?.[rows[0]?.indexOf(title) ?? -1];
    assert.equal(value('Predictions right'), '0');
    assert.equal(value('Questions right at once'), '0');
    assert.equal(value('Written on'), '2030-01-02');
    assert.equal(value('Goals verified'), '1');
    assert.equal(value('Goals claimed'), '1');
    assert.equal(value('Steps done'), '1');
    assert.ok(Object.keys(PROGRESS.answers).length > 0);
  });

  it('is UTF-8 for Excel, too', () => {
    assert.ok(table.startsWith('\uFEFF'));
  });

  it('lets no spreadsheet take a name for a formula', () => {
    assert.equal(rows[1]?.[1], "'=SUM(A1)");
  });
});
