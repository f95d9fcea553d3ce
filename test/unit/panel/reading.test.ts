import assert from 'node:assert/strict';
import { ReadingGuard, isReadingKey, placeOf } from '../../../webview/lesson/notes/readingGuard';
import { Announcer } from '../../../webview/ui/announcer';
import { ManualTimers } from './manualTimers';

describe('The notes', () => {
  it('scroll along when a person steps', () => {
    assert.equal(new ReadingGuard().mayScroll('stepped', 0), true);
  });

  it('stay where they are while the run plays, and when a lesson is opened', () => {
    assert.equal(new ReadingGuard().mayScroll('played', 0), false);
    assert.equal(new ReadingGuard().mayScroll('opened', 0), false);
  });

  it('do not jump away from somebody who scrolled less than five seconds ago', () => {
    const guard = new ReadingGuard();
    guard.moved(10_000);
    assert.equal(guard.mayScroll('stepped', 14_000), false);
    assert.equal(guard.mayScroll('stepped', 15_000), true);
  });

  it('follow a choice in any case', () => {
    const guard = new ReadingGuard();
    guard.moved(10_000);
    assert.equal(guard.mayScroll('chosen', 10_001), true);
  });

  it('take keys that move a text for reading, and not those that step through the run', () => {
    assert.deepEqual(['PageDown', 'ArrowUp', 'ArrowRight', ' ', '4'].map(isReadingKey), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('show the beginning of a passage that is longer than they are high', () => {
    assert.equal(placeOf(200, 600), 'nearest');
    assert.equal(placeOf(700, 600), 'start');
  });
});

describe('The announcer', () => {
  function setUp() {
    const timers = new ManualTimers();
    const told: string[] = [];
    return {
      timers,
      told,
      announcer: new Announcer(
        (text) => told.push(text),
        () => timers.now(),
      ),
    };
  }

  it('says at most one thing in five seconds while the run plays', () => {
    const { timers, told, announcer } = setUp();
    for (let second = 0; second < 20; second++) {
      announcer.offer(`second ${second}`);
      timers.pass(1000);
    }
    assert.deepEqual(told, ['second 0', 'second 5', 'second 10', 'second 15']);
  });

  it('says at once what a person stepped to', () => {
    const { told, announcer } = setUp();
    announcer.offer('playing');
    announcer.tell('stepped');
    announcer.tell('stepped again');
    assert.deepEqual(told, ['playing', 'stepped', 'stepped again']);
  });

  it('does not repeat itself', () => {
    const { told, announcer } = setUp();
    announcer.tell('paused');
    announcer.tell('paused');
    assert.deepEqual(told, ['paused']);
  });
});
