import assert from 'node:assert/strict';
import * as v from 'valibot';
import { lessonLinkQuery, readLessonLink } from '../../../src/links/lessonLink';
import { readPastedLink } from '../../../src/links/pastedLink';
import { HyperparameterChangesSchema } from '../../../src/shared/domain/hyperparameters';
import { COUNT, FixedRandom, mutatedOften, Stopwatch, withStacksOfHost } from './fuzzing';

const QUERIES = [
  'id=mode-collapse&step=repair&seed=3&generatorSteps=5',
  'id=one-round',
  'id=crowds-of-points&data=ring&generatorLearningRate=0.005&loss=hinge',
] as const;

const NASTY = [
  '&',
  '=',
  '&seed=',
  '%',
  '%00',
  '../',
  '1e999',
  'NaN',
  '&__proto__=1',
  '&constructor=x',
  '\0',
  '\uD800',
] as const;

describe('10,000 altered links to a run', function () {
  this.timeout(600_000);
  withStacksOfHost();

  it('are refused with a reason, or name a lesson and values that can be', () => {
    const random = new FixedRandom(5);
    const watch = new Stopwatch();
    let accepted = 0;
    for (let count = 0; count < COUNT; count += 1) {
      const query = mutatedOften(random.of(QUERIES), random, NASTY);
      const read = watch.run(
        () => readLessonLink('/lesson', query),
        () => `link ${count}: ${JSON.stringify(query)}`,
      );
      if (!read.ok) {
        assert.ok(read.problem.message !== '' && read.problem.next !== '');
        continue;
      }
      accepted += 1;
      assert.match(read.value.lesson, /^[a-z0-9-]{1,64}$/);
      assert.ok(v.is(v.strictObject(HyperparameterChangesSchema.entries), read.value.changes), query);
      const again = readLessonLink('/lesson', lessonLinkQuery(read.value));
      assert.ok(again.ok);
      assert.deepEqual(again.value, read.value);
    }
    watch.report(accepted);
  });

  it('are read or refused within long texts that a person pastes', () => {
    const random = new FixedRandom(6);
    const watch = new Stopwatch();
    const long = (text: string): string => `${text.repeat(60_000 / text.length)}x`;
    const longTexts = [
      long('a'),
      long('.'),
      long('%25'),
      long('&'),
      long('<'),
      long('/lesson?'),
      long('=/'),
    ] as const;
    let accepted = 0;
    for (let count = 0; count < COUNT; count += 1) {
      const link = mutatedOften(`vscode://a.b/lesson?${random.of(QUERIES)}`, random, NASTY);
      // A long text takes long to make, too; each of them is tried some dozens of times.
      const text = count % 32 === 0 ? `${random.of(longTexts)} ${link}` : `Look: <${link}>.`;
      const read = watch.run(
        () => readPastedLink(text, 'a.b'),
        () => `text ${count}: ${JSON.stringify(text.slice(-200))}`,
      );
      accepted += read.ok ? 1 : 0;
      assert.ok(read.ok || (read.problem.message !== '' && read.problem.next !== ''));
    }
    watch.report(accepted);
  });
});
