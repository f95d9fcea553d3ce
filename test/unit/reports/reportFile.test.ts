import assert from 'node:assert/strict';
import { readReport, reportBlock } from '../../../src/reports/reportFile';
import { reportText } from '../../../src/reports/reportText';
import { aReport, anOutcome, factsOf, LESSON, PROGRESS } from './sampleReport';

function fileOf(report = aReport()): string {
  const outcome = anOutcome('', [1]);
  const pictures = outcome.kind === 'done' ? new Map([['near', outcome.pictures]]) : new Map<string, never>();
  return `${reportText(report, LESSON, pictures)}\n\n${reportBlock(report)}`;
}

function refusal(markdown: string): string {
  const read = readReport(markdown);
  assert.ok(!read.ok);
  assert.notEqual(read.problem.next, '');
  return read.problem.message;
}

describe('The file of a report', () => {
  it('is read as it was written', () => {
    const read = readReport(fileOf());
    assert.ok(read.ok);
    assert.deepEqual(read.value.report, aReport());
  });

  it('is read with the line ends of another system', () => {
    assert.ok(readReport(fileOf().replaceAll('\n', '\r\n')).ok);
  });

  it('says for people what was answered and reached, with pictures', () => {
    const text = fileOf();
    assert.match(text, /^# 7\\?\. A \\\*sample\\\*$/m);
    assert.match(text, /^> What if she takes five\?$/m);
    assert.match(text, /Predicted: Five times \\< as fast \(wrong\)/);
    assert.match(text, /Reason: More \\\*is\\\* more\./);
    assert.match(text, /What happened: One picture/);
    assert.match(text, /1\. 1 \(wrong\)\n2\. 1\.386 \(right\)/);
    assert.match(text, /Reached at round 60\n- Distance from real: 0\.4\n/);
    assert.match(text, /Trained on the processor/);
    assert.match(text, /Seed: 3/);
    assert.match(text, /generatorSteps\): 2/);
    assert.match(text, /!\[[^\]]+\]\(data:image\/png;base64,AQID\)/);
  });

  it('has few digits for people, and all of them for programs', () => {
    const near = factsOf({}, { measured: [{ measure: 'miniFid', value: 0.17401015502035344 }] });
    const text = fileOf(aReport({ progress: { ...PROGRESS, goals: { near } } }));
    assert.match(text, /- Distance from real: 0\.174\n/);
    assert.match(text, /"value":0\.17401015502035344/);
  });

  it('is refused with the reason when it is no report, damaged, or of a later version', () => {
    assert.match(refusal(''), /empty/);
    assert.match(refusal('# Notes'), /block “gan-lessons-report” is missing/);
    assert.match(refusal(fileOf().slice(0, -20)), /end of this report is missing/);
    assert.match(refusal('````json gan-lessons-report\n{"format":\n````\n'), /is damaged/);
    assert.match(
      refusal(reportBlock(aReport()).replace('"learner":"Ada Beispiel",', '')),
      /damaged at “learner”/,
    );
    assert.match(refusal(reportBlock(aReport()).replace('"version":1', '"version":2')), /later version/);
  });

  it('is refused when it was written at a time that no calendar has', () => {
    for (const written of ['1e20', '1e300', '-1', '1.5']) {
      const block = reportBlock(aReport()).replace(/"written":\d+/, `"written":${written}`);
      assert.match(refusal(block), /damaged at “written”/);
    }
  });

  it('is read in time that is linear in its length, however it is made', () => {
    const pieces = [
      '![',
      '`',
      '````json gan-lessons-report\n',
      '~~~',
      '\r',
      '![](data:image/png;base64,AAAA',
    ];
    const took = (text: string): number => {
      const began = performance.now();
      readReport(text);
      readReport(`${text}\n${reportBlock(aReport())}`);
      return performance.now() - began;
    };
    for (const piece of pieces) {
      // A quadratic pattern took ten seconds for a sixth of this.
      assert.ok(took(piece.repeat(500_000 / piece.length)) < 1000, JSON.stringify(piece));
    }
  });
});
