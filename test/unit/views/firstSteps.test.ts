import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS, POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { RunSummary } from '../../../src/shared/wire/messages';
import { readSteps, stepsDone } from '../../../src/walkthrough/firstSteps';

function at(round: number, phasesDone = 0, wholeRounds = true): RunSummary {
  return {
    position: { round, phasesDone },
    playing: false,
    wholeRounds,
    backend: { backend: 'cpu', reason: '' },
  };
}

describe('The first steps of a person', () => {
  it('are none before there is a run', () => {
    assert.deepEqual(stepsDone(undefined, PICTURE_DEFAULTS, PICTURE_DEFAULTS), []);
  });

  it('have seen faces at round 200 of a run on pictures', () => {
    assert.deepEqual(stepsDone(at(199), PICTURE_DEFAULTS, PICTURE_DEFAULTS), ['lessonOpened']);
    assert.deepEqual(stepsDone(at(200), PICTURE_DEFAULTS, PICTURE_DEFAULTS), ['lessonOpened', 'facesSeen']);
    assert.deepEqual(stepsDone(at(200), POINT_DEFAULTS, POINT_DEFAULTS), ['lessonOpened']);
  });

  it('have stepped through a round when the inspector has learned by steps', () => {
    const seen = (summary: RunSummary) =>
      stepsDone(summary, PICTURE_DEFAULTS, PICTURE_DEFAULTS).includes('roundStepped');
    assert.deepEqual([at(3, 4, false), at(3, 5, false), at(3, 5, true)].map(seen), [false, true, false]);
  });

  it('have turned a knob when something but seed and backend is another', () => {
    const other = { ...PICTURE_DEFAULTS, seed: 8, backend: 'cpu' as const };
    assert.deepEqual(stepsDone(undefined, other, PICTURE_DEFAULTS), []);
    assert.deepEqual(stepsDone(undefined, { ...other, generatorSteps: 5 }, PICTURE_DEFAULTS), ['knobTurned']);
  });

  it('are read from what was kept, without what is none', () => {
    assert.deepEqual(readSteps(['inspectorPlayed', 'somethingLater', 'facesSeen']), [
      'facesSeen',
      'inspectorPlayed',
    ]);
    for (const damaged of [undefined, null, 'facesSeen', [1], {}]) {
      assert.deepEqual(readSteps(damaged), []);
    }
  });
});
