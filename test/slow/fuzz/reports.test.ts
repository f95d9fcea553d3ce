import assert from 'node:assert/strict';
import { checkReport, jobsOf } from '../../../src/reports/reportCheck';
import { readReport, reportBlock } from '../../../src/reports/reportFile';
import { RerunJobSchema } from '../../../src/shared/wire/rerun';
import { is } from 'valibot';
import { aReport, HERE, LESSON } from '../../unit/reports/sampleReport';
import {
  COUNT,
  FixedRandom,
  isFiniteThroughout,
  mutatedOften,
  mutatedValue,
  Stopwatch,
  withStacksOfHost,
} from './fuzzing';

/** The last round at which the goal of the lesson counts. */
const LAST_ROUND = 100;

const NASTY = [
  '```\n',
  '````json gan-lessons-report\n',
  '![](data:image/png;base64,',
  '![',
  '\r',
  '\0',
  '{',
  '[',
  '1e999,',
] as const;

describe('10,000 altered reports', function () {
  this.timeout(1_200_000);
  withStacksOfHost();

  it('are refused with a reason, or judged without training what cannot count', () => {
    const random = new FixedRandom(1234);
    const watch = new Stopwatch();
    const whole = aReport();
    let accepted = 0;
    for (let count = 0; count < COUNT; count += 1) {
      const block = reportBlock(whole);
      const written = JSON.stringify(whole);
      const text =
        count % 2 === 0
          ? `# Report\n\n${block.replace(written, () => JSON.stringify(mutatedValue(JSON.parse(written), random)) ?? '')}`
          : mutatedOften(`# Report\n\n${block}`, random, NASTY);
      const describe = (): string => `report ${count}: ${text}`;
      const read = watch.run(() => readReport(text), describe);
      if (!read.ok) {
        assert.ok(read.problem.message !== '' && read.problem.next !== '');
        continue;
      }
      accepted += 1;
      assert.ok(isFiniteThroughout(read.value.report), describe());
      const jobs = watch.run(() => jobsOf([{ report: read.value.report, lesson: LESSON }]), describe);
      assert.ok(
        jobs.every((job) => is(RerunJobSchema, job) && job.round <= LAST_ROUND),
        describe(),
      );
      const { claims } = watch.run(() => checkReport(read.value, LESSON, [], HERE), describe);
      assert.ok(claims.every(({ verdict }) => verdict.kind !== 'holds'));
    }
    watch.report(accepted);
  });
});
