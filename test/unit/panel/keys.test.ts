import assert from 'node:assert/strict';
import { FOCUSED_BY_POINTER, followFocus } from '../../../webview/lesson/transport/focusOrigin';
import { focusPlace, keyIntent, type FocusPlace, type Key } from '../../../webview/lesson/transport/keys';

function press(
  key: string,
  place: FocusPlace = 'elsewhere',
  modifiers: Partial<Key> = {},
  characters = true,
  presenting = false,
) {
  return keyIntent(
    { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...modifiers },
    place,
    characters,
    presenting,
  );
}

describe('The keys of the lesson panel', () => {
  it('play and pause with Space', () => assert.deepEqual(press(' '), { kind: 'togglePlay' }));

  it('step with the right arrow, by rounds together with Shift', () => {
    assert.deepEqual(press('ArrowRight'), { kind: 'nextPhase' });
    assert.deepEqual(press('ArrowRight', 'elsewhere', { shiftKey: true }), { kind: 'nextRound' });
  });

  it('step back with the left arrow, by rounds together with Shift', () => {
    assert.deepEqual(press('ArrowLeft'), { kind: 'previousPhase' });
    assert.deepEqual(press('ArrowLeft', 'elsewhere', { shiftKey: true }), { kind: 'previousRound' });
  });

  it('are those of a clicker before a class, and only there', () => {
    const before = (key: string) => press(key, 'elsewhere', {}, true, true)?.kind;
    assert.deepEqual(['PageDown', 'PageUp', 'Escape', 'p'].map(before), [
      'nextPhase',
      'previousPhase',
      'present',
      'present',
    ]);
    assert.deepEqual(
      ['PageDown', 'PageUp', 'Escape', 'p'].map((key) => press(key)?.kind),
      [undefined, undefined, 'leave', 'present'],
    );
  });

  it('go slower and faster with brackets', () => {
    assert.deepEqual(
      ['[', ']'].map((key) => press(key)?.kind),
      ['slower', 'faster'],
    );
  });

  it('can be switched off where they write a character, and then the others stay', () => {
    for (const key of ['1', 'b', 'B', 'n', 's', 'l', 'c', '[', ']', '?']) {
      assert.notEqual(press(key), undefined, key);
      assert.equal(press(key, 'elsewhere', {}, false), undefined, key);
    }
    for (const key of [' ', 'ArrowRight', 'ArrowLeft', 'Home', 'End', 'Escape']) {
      assert.notEqual(press(key, 'elsewhere', {}, false), undefined, key);
    }
  });

  it('run to a phase by its number', () => {
    assert.deepEqual(press('1'), { kind: 'runTo', phase: 'drawReal' });
    assert.deepEqual(press('4'), { kind: 'runTo', phase: 'reveal' });
    assert.deepEqual(press('7'), { kind: 'runTo', phase: 'trainGenerator' });
    assert.equal(press('0'), undefined);
    assert.equal(press('8'), undefined);
  });

  it('go to the notes, the stage, the charts, the log and the help, and leave the highlight', () => {
    assert.deepEqual(
      ['n', 'N', 's', 'S', 'c', 'l', '?', 'Escape'].map((key) => press(key)?.kind),
      ['notes', 'notes', 'stage', 'stage', 'charts', 'log', 'help', 'leave'],
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

/** The place of a focus that is on such an element. */
function placeOn(kind: string, byPointer: boolean): FocusPlace {
  return focusPlace(
    (selectors) => selectors.split(', ').includes(kind) || (byPointer && selectors === FOCUSED_BY_POINTER),
  );
}

describe('A control that was clicked on', () => {
  it('leaves the keys to the panel, so that Space plays and the arrows step', () => {
    assert.equal(placeOn('vscode-button', true), 'elsewhere');
    assert.equal(placeOn('button', true), 'elsewhere');
    assert.equal(placeOn('select', true), 'elsewhere');
    assert.equal(placeOn('input', true), 'elsewhere', 'a slider');
  });

  it('has its keys when the focus came to it by key', () => {
    assert.equal(placeOn('vscode-button', false), 'button');
    assert.equal(placeOn('select', false), 'field');
    assert.equal(placeOn('input', false), 'field', 'a slider');
  });

  it('has them in any case when it is a field to write in', () => {
    assert.equal(placeOn('input:not([type=range])', true), 'field');
    assert.equal(placeOn('vscode-text-field', true), 'field');
  });
});

describe('The way by which the focus came', () => {
  function setUp() {
    const page = new EventTarget();
    const told: boolean[] = [];
    followFocus(page, (byPointer) => told.push(byPointer));
    const happen = (...types: string[]): void => types.forEach((type) => page.dispatchEvent(new Event(type)));
    return { happen, byPointer: () => told.at(-1) };
  }

  it('is the pointer after a click, whatever keys follow', () => {
    const { happen, byPointer } = setUp();
    happen('pointerdown', 'focusin', 'keydown', 'keydown');
    assert.equal(byPointer(), true);
  });

  it('is the keyboard as soon as a key moves the focus', () => {
    const { happen, byPointer } = setUp();
    happen('pointerdown', 'focusin', 'keydown', 'focusin');
    assert.equal(byPointer(), false);
  });

  it('is the pointer when it presses what a key had reached', () => {
    const { happen, byPointer } = setUp();
    happen('keydown', 'focusin', 'pointerdown');
    assert.equal(byPointer(), true);
  });
});
