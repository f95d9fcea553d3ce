import assert from 'node:assert/strict';
import { optionOrderOf } from '../../../src/session/optionOrder';
import { TransientMemory } from '../../../src/session/progressBook';
import { optionOrder } from '../../../webview/lesson/exercises/optionOrder';
import { TestLog } from '../session/testRuns';

const LEARNERS = Array.from({ length: 4000 }, (_, i) => i * 523_777);

describe('The order of the options of a question', () => {
  it('is as written where nobody is known', () => {
    assert.deepEqual(optionOrder(4, undefined, 'which'), [0, 1, 2, 3]);
  });

  it('gives every option every place equally often', () => {
    for (const count of [2, 3, 4]) {
      for (let option = 0; option < count; option++) {
        const places = LEARNERS.map((learner) => optionOrder(count, learner, 'which').indexOf(option));
        for (let place = 0; place < count; place++) {
          const share = places.filter((each) => each === place).length / LEARNERS.length;
          // Four standard deviations of a share of 4,000 draws.
          assert.ok(
            Math.abs(share - 1 / count) < 0.032,
            `option ${option} of ${count} at ${place}: ${share}`,
          );
        }
      }
    }
  });

  it('is another one in other sections, so that no place is always right', () => {
    const sections = Array.from({ length: 60 }, (_, i) => `section-${i}`);
    const places = sections.map((section) => optionOrder(3, 1, section).indexOf(0));
    assert.deepEqual([...new Set(places)].toSorted(), [0, 1, 2]);
  });

  it('is drawn once for a learner, and kept', () => {
    const [memory, log] = [new TransientMemory(), new TestLog()];
    const first = optionOrderOf(memory, log);
    assert.equal(optionOrderOf(memory, log), first);
    assert.notEqual(optionOrderOf(new TransientMemory(), log), first);
  });

  it('is drawn anew where something else was kept', () => {
    const memory = new TransientMemory();
    void memory.update('optionOrder', 'x');
    assert.ok(Number.isInteger(optionOrderOf(memory, new TestLog())));
  });
});
