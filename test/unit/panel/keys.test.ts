import assert from 'node:assert/strict';
import { keyIntent, type FocusPlace, type Key } from '../../../webview/lesson/transport/keys';

function press(key: string, place: FocusPlace = 'elsewhere', modifiers: Partial<Key> = {}) {
  return keyIntent(
    { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...modifiers },
    place,
  );
}

describe('The keys of the lesson panel', () => {
  it('play and pause with Space', () => assert.deepEqual(press(' '), { kind: 'togglePlay' }));

  it('step with the right arrow, by rounds together with Shift', () => {
    assert.deepEqual(press('ArrowRight'), { kind: 'nextPhase' });
    assert.deepEqual(press('ArrowRight', 'elsewhere', { shiftKey: true }), { kind: 'nextRound' });
  });

  it('run to a phase by its number', () => {
    assert.deepEqual(press('1'), { kind: 'runTo', phase: 'drawReal' });
    assert.deepEqual(press('4'), { kind: 'runTo', phase: 'reveal' });
    assert.deepEqual(press('7'), { kind: 'runTo', phase: 'trainGenerator' });
    assert.equal(press('0'), undefined);
    assert.equal(press('8'), undefined);
  });

  it('go to the notes, the stage and the help, and leave the highlight', () => {
    assert.deepEqual(
      ['n', 'N', 's', 'S', '?', 'Escape'].map((key) => press(key)?.kind),
      ['notes', 'notes', 'stage', 'stage', 'help', 'leave'],
    );
  });

  it('leave Space to a button that has the focus', () => {
    assert.equal(press(' ', 'button'), undefined);
    assert.deepEqual(press('ArrowRight', 'button'), { kind: 'nextPhase' });
  });

  it('leave every key to a field', () => {
    for (const key of [' ', 'ArrowRight', '4', 'n', 'Escape']) {
      assert.equal(press(key, 'field'), undefined, key);
    }
  });

  it('do not stand in the way of shortcuts', () => {
    assert.equal(press('s', 'elsewhere', { ctrlKey: true }), undefined);
    assert.equal(press('n', 'elsewhere', { metaKey: true }), undefined);
    assert.equal(press('ArrowRight', 'elsewhere', { altKey: true }), undefined);
  });
});
