import assert from 'node:assert/strict';
import { ReadingGuard } from '../../../webview/lesson/notes/readingGuard';
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
    guard.scrolled(10_000);
    assert.equal(guard.mayScroll('stepped', 14_000), false);
    assert.equal(guard.mayScroll('stepped', 15_000), true);
  });

  it('follow a choice in any case', () => {
    const guard = new ReadingGuard();
    guard.scrolled(10_000);
    assert.equal(guard.mayScroll('chosen', 10_001), true);
  });

  it('do not take the echo of their own scrolling for a reader', () => {
    const guard = new ReadingGuard();
    guard.ownScroll(10_000);
    guard.scrolled(10_300);
    assert.equal(guard.mayScroll('stepped', 10_400), true);
    guard.scrolled(12_000);
    assert.equal(guard.mayScroll('stepped', 12_100), false);
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
