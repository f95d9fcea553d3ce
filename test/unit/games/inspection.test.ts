import assert from 'node:assert/strict';
import type { Dealt, Judged } from '../../../src/shared/wire/games';
import {
  inspect,
  isComplete,
  judgedCards,
  NEW_INSPECTION,
  tallyOf,
  type Inspection,
  type InspectionAction,
  type Stamp,
} from '../../../webview/lesson/games/inspector/inspection';
import { stampIntent } from '../../../webview/lesson/games/inspector/stampKeys';
import {
  describeCard,
  describeJudged,
  inspectorAnswers,
} from '../../../webview/lesson/games/inspector/words';
import { pictures } from '../panel/frames';

const DEALT: Dealt = {
  kind: 'dealt',
  round: 3,
  total: 8,
  samples: { kind: 'pictures', pictures: pictures(4) },
};

const TRUTH: Judged = {
  kind: 'judged',
  truth: [true, false, true, false],
  probabilities: [0.9, 0.6, 0.4, 0.2],
};

function after(...actions: InspectionAction[]): Inspection {
  return actions.reduce(inspect, NEW_INSPECTION);
}

function stamps(...given: Stamp[]): InspectionAction[] {
  return given.map((stamp) => ({ type: 'stamp', stamp }));
}

const dealt: InspectionAction = { type: 'dealt', dealt: DEALT };

describe('The table of who plays the inspector', () => {
  it('goes to the next sample without a stamp after each stamp, and stays at the last', () => {
    const state = after(dealt, { type: 'look', card: 2 }, ...stamps('real', 'forged', 'real'));
    assert.deepEqual(state.stamps, ['real', undefined, 'real', 'forged']);
    assert.equal(state.current, 1);
    const complete = inspect(state, { type: 'stamp', stamp: 'forged' });
    assert.ok(isComplete(complete));
    assert.equal(complete.current, 1);
  });

  it('takes stamps back one by one, also those that replaced another', () => {
    const replaced = after(dealt, ...stamps('real'), { type: 'look', card: 0 }, ...stamps('forged'));
    assert.equal(replaced.stamps[0], 'forged');
    const once = inspect(replaced, { type: 'undo' });
    assert.deepEqual([once.stamps[0], once.current], ['real', 0]);
    const twice = inspect(once, { type: 'undo' });
    assert.equal(twice.stamps[0], undefined);
    assert.equal(inspect(twice, { type: 'undo' }), twice);
  });

  it('tells the truth only when every sample has a stamp, and then takes none back', () => {
    const incomplete = after(dealt, ...stamps('real', 'real', 'real'));
    assert.equal(inspect(incomplete, { type: 'ask' }), incomplete);
    assert.equal(inspect(incomplete, { type: 'judged', judged: TRUTH }), incomplete);
    const asked = after(dealt, ...stamps('real', 'real', 'real', 'forged'), { type: 'ask' });
    assert.equal(inspect(asked, { type: 'undo' }), asked);
    assert.equal(inspect(asked, { type: 'stamp', stamp: 'forged' }), asked);
    assert.equal(inspect(asked, { type: 'judged', judged: TRUTH }).judged, TRUTH);
  });

  it('counts who was right, and whom the samples fooled', () => {
    const state = after(
      dealt,
      ...stamps('real', 'real', 'real', 'real'),
      { type: 'ask' },
      { type: 'judged', judged: TRUTH },
    );
    // He is right about the first and the last.
    assert.deepEqual(tallyOf(state), {
      total: 4,
      yours: 2,
      his: 2,
      bothWrong: 1,
      onlyYouWrong: 1,
      onlyHeWrong: 1,
    });
    assert.match(describeJudged(judgedCards(state)[1] ?? assert.fail()), /forgery.*real: wrong.*60.%.*wrong/);
  });

  it('compares with the best possible rule on the plane', () => {
    const points: Dealt = {
      ...DEALT,
      samples: {
        kind: 'points',
        points: Float32Array.of(0, 0, 1, 1, 0, 1, 1, 0),
        others: new Float32Array(),
        extent: 2,
      },
    };
    const plane = { cells: 1, field: Float32Array.of(0.5), optimal: [0.9, 0.1, 0.2, 0.5] };
    const state = after(
      { type: 'dealt', dealt: points },
      ...stamps('real', 'forged', 'real', 'forged'),
      { type: 'ask' },
      { type: 'judged', judged: { ...TRUTH, plane } },
    );
    assert.equal(tallyOf(state).best, 3);
    assert.equal(describeCard(state, 1), 'Point 2 of 4 at 1.00, 1.00, stamped fake');
  });

  it('says of a sample nothing but its number, its place and its stamp', () => {
    const state = after(dealt, ...stamps('forged'));
    assert.deepEqual(
      [0, 1].map((card) => describeCard(state, card)),
      ['Picture 1 of 4, stamped fake', 'Picture 2 of 4'],
    );
  });

  it('is played with arrows or letters: left is fake, right is real', () => {
    const key = (name: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
      stampIntent({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });
    for (const name of ['ArrowLeft', 'f', 'F']) {
      assert.deepEqual(key(name), { kind: 'stamp', stamp: 'forged' });
    }
    for (const name of ['ArrowRight', 'r', 'R']) {
      assert.deepEqual(key(name), { kind: 'stamp', stamp: 'real' });
    }
    assert.deepEqual(key('Backspace'), { kind: 'undo' });
    assert.deepEqual(key('z', { ctrlKey: true }), { kind: 'undo' });
    assert.deepEqual(key('ArrowUp'), { kind: 'look', by: -1 });
    for (const [name, held] of [
      ['r', { ctrlKey: true }],
      ['ArrowLeft', { altKey: true }],
      ['Tab', {}],
    ] as const) {
      assert.equal(key(name, held), undefined);
    }
  });

  it('is answered by the inspector: beaten, drawn, won, and when nothing was missed', () => {
    const answer = (yours: number, his: number): string =>
      inspectorAnswers({ total: 16, yours, his, bothWrong: 0, onlyYouWrong: 0, onlyHeWrong: 0 });
    assert.deepEqual(
      [answer(16, 12), answer(16, 16), answer(14, 12), answer(12, 12), answer(10, 12)],
      [
        'All of them! You beat me.',
        'All of them, both of us!',
        'You beat me!',
        'A draw. Again?',
        'I won. Again?',
      ],
    );
  });
});
