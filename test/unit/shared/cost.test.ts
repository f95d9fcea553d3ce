import assert from 'node:assert/strict';
import {
  PICTURE_DEFAULTS,
  POINT_DEFAULTS,
  withChanges,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import { costOf, costWarning } from '../../../src/shared/domain/cost';
import { valueOf } from '../gan/support';
import { PRESETS } from '../../../src/shared/domain/presets';

/** The largest networks of the form. */
const LARGEST: Hyperparameters = {
  ...PICTURE_DEFAULTS,
  pictureSize: 28,
  batchSize: 256,
  generatorWidth: 256,
  generatorSteps: 10,
  discriminatorWidth: 256,
  discriminatorSteps: 10,
};

describe('What a run takes, before it starts', () => {
  it('is within a factor of three of what was measured on one processor', () => {
    for (const [changes, seconds] of [
      [{}, 0.024],
      [{ generatorWidth: 64, discriminatorWidth: 64 }, 0.094],
      [{ generatorWidth: 128, discriminatorWidth: 128 }, 0.335],
      [{ pictureSize: 28, batchSize: 64, generatorWidth: 64, discriminatorWidth: 64 }, 0.49],
      [{ pictureSize: 28, batchSize: 128, generatorWidth: 96, discriminatorWidth: 96 }, 1.676],
    ] as const) {
      const ratio = costOf({ ...PICTURE_DEFAULTS, ...changes }).secondsPerRound / seconds;
      assert.ok(ratio > 1 / 3 && ratio < 3, `${JSON.stringify(changes)}: ${ratio}`);
    }
  });

  it('is not worth a word in the recipes and the presets', () => {
    for (const h of [PICTURE_DEFAULTS, POINT_DEFAULTS, ...PRESETS.map(({ changes }) => changes)]) {
      assert.equal(costWarning(valueOf(withChanges(PICTURE_DEFAULTS, h))), undefined);
    }
  });

  it('is said of networks whose rounds take longer than a second', () => {
    const warning = costWarning({ ...LARGEST, pictureSize: 12, batchSize: 32 });
    assert.ok(warning?.kind === 'slow' && warning.secondsPerRound > 5);
  });

  it('has a smaller batch where the memory does not suffice', () => {
    const warning = costWarning(LARGEST);
    assert.ok(warning?.kind === 'tooLarge' && warning.memory > 2e9 && warning.batchSize !== undefined);
    assert.equal(costWarning({ ...LARGEST, batchSize: warning.batchSize })?.kind, 'slow');
  });

  it('has the size of the checkpoint', () => {
    assert.ok(Math.abs(costOf(LARGEST).checkpoint / 66.2e6 - 1) < 0.01);
  });
});
