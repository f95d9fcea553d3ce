import assert from 'node:assert/strict';
import type { Goal } from '../../../src/shared/domain/lesson';
import { goalsOf } from '../../../webview/lesson/timeline/goals';
import { untilFrom, untilProgress, untilText } from '../../../webview/lesson/timeline/untilWords';
import { aStep } from '../builders';
import { frameAt } from './frames';

function goal(id: string, more: Pick<Goal, 'conditions' | 'time'>): Goal {
  return { kind: 'goal', id, title: '', html: '', ...more };
}

const quality = (miniFid: number, round = 60) => ({ round, miniFid });

describe('What a run can play up to', () => {
  it('are first the goals of the step, as far as they are ahead', () => {
    const step = aStep('goals', {
      sections: [
        goal('at-400', {
          conditions: [{ measure: 'effectiveModes', is: 'above', value: 5 }],
          time: { at: 400 },
        }),
        goal('over', { conditions: [{ measure: 'miniFid', is: 'below', value: 1 }], time: { at: 50 } }),
        goal('by', { conditions: [{ measure: 'miniFid', is: 'below', value: 0.2 }], time: { by: 200 } }),
        goal('losses', {
          conditions: [{ measure: 'meanOnFake', is: 'above', value: 0.4 }],
          time: { by: 300 },
        }),
      ],
    });
    const labels = goalsOf(frameAt({ round: 60, phasesDone: 0 }), step).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 4), [
      'goal: round 400',
      'goal: Distance from real below 0.20',
      'goal: round 300',
      'round 100',
    ]);
  });
});

describe('The progress of a run to what it plays up to', () => {
  it('is the share of the rounds', () => {
    const until = { kind: 'round', round: 200 } as const;
    assert.equal(untilText(until), 'round 200');
    assert.deepEqual(untilProgress(until, frameAt({ round: 50, phasesDone: 0 })), {
      now: 'round 50',
      share: 0.25,
    });
  });

  it('is the share of the way of a measure from where the run began', () => {
    const until = { kind: 'quality', measure: 'miniFid', is: 'below', value: 0.2 } as const;
    assert.equal(untilText(until), 'Distance from real below 0.20');
    const frame = frameAt(
      { round: 60, phasesDone: 0 },
      { quality: quality(0.7), initialQuality: quality(1.2, 0) },
    );
    assert.deepEqual(untilProgress(until, frame), { now: '0.70', share: 0.5 });
  });

  it('is unknown while nothing was measured, and never more than all or less than nothing', () => {
    const until = { kind: 'quality', measure: 'miniFid', is: 'below', value: 0.2 } as const;
    const start = frameAt({ round: 0, phasesDone: 0 });
    assert.equal(untilProgress(until, start).share, undefined);
    const worse = { ...start, quality: quality(9), initialQuality: quality(1, 0) };
    assert.equal(untilProgress(until, worse).share, 0);
    assert.equal(
      untilProgress({ kind: 'round', round: 0 }, { ...start, position: { round: 5, phasesDone: 0 } }).share,
      1,
    );
  });
});

describe('The dialog that asks until when', () => {
  const fields = { kind: 'round', measure: 'miniFid', direction: 'below', text: '' } as const;

  it('takes a whole round', () => {
    assert.deepEqual(untilFrom({ ...fields, text: '137' }), { kind: 'round', round: 137 });
    for (const text of ['', ' ', 'soon', '1.5', '-3', 'Infinity']) {
      assert.equal(untilFrom({ ...fields, text }), undefined, text);
    }
  });

  it('takes a measure with a decimal point or a decimal comma', () => {
    const expected = { kind: 'quality', measure: 'miniFid', is: 'below', value: 0.25 };
    assert.deepEqual(untilFrom({ ...fields, kind: 'quality', text: '0.25' }), expected);
    assert.deepEqual(untilFrom({ ...fields, kind: 'quality', text: '0,25' }), expected);
  });

  it('takes a share of fooling forgeries in percent', () => {
    assert.deepEqual(untilFrom({ ...fields, kind: 'fooled', text: '40' }), { kind: 'fooled', share: 0.4 });
    assert.equal(untilFrom({ ...fields, kind: 'fooled', text: '140' }), undefined);
  });
});
