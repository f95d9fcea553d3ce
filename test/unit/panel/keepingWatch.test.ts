import assert from 'node:assert/strict';
import { KeepingWatch } from '../../../webview/lesson/training/keepingWatch';
import { ManualTimers } from './manualTimers';

function watch() {
  const timers = new ManualTimers();
  const said: (string | undefined)[] = [];
  let silences = 0;
  const keeping = new KeepingWatch(
    (problem) => said.push(problem?.message),
    () => (silences += 1),
    timers,
  );
  return { timers, said, keeping, silences: () => silences };
}

describe('The watch over what the host keeps', () => {
  it('says that the host no longer answers, once, and lets the run pause', () => {
    const { timers, said, keeping, silences } = watch();
    keeping.sent();
    timers.pass(15_000);
    keeping.sent();
    assert.deepEqual(said, []);
    timers.pass(6000);
    assert.match(said.join(), /no longer answers/);
    assert.equal(silences(), 1);
  });

  it('is content with an answer, and passes on why a run is not kept', () => {
    const { timers, said, keeping, silences } = watch();
    keeping.sent();
    keeping.answered(undefined);
    keeping.sent();
    keeping.answered({ message: 'The disk is full.', next: '' });
    timers.pass(60_000);
    assert.deepEqual(said, [undefined, 'The disk is full.']);
    assert.equal(silences(), 0);
  });
});
