import assert from 'node:assert/strict';
import { MOST_TRIES, RETRY_MS, Unfolding } from '../../../src/lessons/unfolding';
import { ManualTimers } from '../panel/manualTimers';
import { lessonIn } from './reading';
import { SAMPLE } from './sampleLesson';

const lesson = lessonIn(SAMPLE);

/** A view that shows nothing of what it is asked until it is told that it does. */
function opened({ visible = true } = {}) {
  const timers = new ManualTimers();
  const view = { visible, asked: new Array<string>() };
  const unfolding = new Unfolding(
    { isVisible: () => view.visible, reveal: ({ id }) => view.asked.push(id) },
    (callback, milliseconds) => ({ dispose: timers.after(milliseconds, callback) }),
  );
  unfolding.begin(lesson);
  return { timers, view, unfolding };
}

describe('The steps of the lesson that was opened', () => {
  it('are asked for again until they are shown', () => {
    const { timers, view, unfolding } = opened();
    assert.deepEqual(view.asked, [lesson.id]);
    timers.pass(2 * RETRY_MS);
    assert.equal(view.asked.length, 3);
    unfolding.settle(lesson.id);
    timers.pass(10 * RETRY_MS);
    assert.equal(view.asked.length, 3);
  });

  it('are still asked for when those of another lesson are shown', () => {
    const { timers, view, unfolding } = opened();
    unfolding.settle('another');
    timers.pass(RETRY_MS);
    assert.equal(view.asked.length, 2);
  });

  it('are not asked for for ever, but anew when a lesson is opened again', () => {
    const { timers, view, unfolding } = opened();
    timers.pass(10 * MOST_TRIES * RETRY_MS);
    assert.equal(view.asked.length, MOST_TRIES);
    unfolding.begin(lesson);
    assert.equal(view.asked.length, MOST_TRIES + 1);
  });

  it('wait for a hidden view to be seen, which must not come to the front for them', () => {
    const { timers, view, unfolding } = opened({ visible: false });
    timers.pass(10 * RETRY_MS);
    assert.deepEqual(view.asked, []);
    view.visible = true;
    unfolding.goOn();
    assert.deepEqual(view.asked, [lesson.id]);
  });

  it('are no more asked for when the lesson is closed, or all ends', () => {
    for (const end of [(it: Unfolding) => it.begin(undefined), (it: Unfolding) => it.dispose()]) {
      const { timers, view, unfolding } = opened();
      end(unfolding);
      timers.pass(10 * RETRY_MS);
      assert.equal(view.asked.length, 1);
    }
  });
});
