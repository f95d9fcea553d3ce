import assert from 'node:assert/strict';
import {
  PICTURE_DEFAULTS,
  POINT_DEFAULTS,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import type { Quality } from '../../../src/shared/domain/measures';
import { Trainer } from '../../../webview/gan/trainer';
import { runRounds, valueOf } from './support';

/** Generous, because a busy machine is several times slower. */
const TIME_LIMIT_MS = 60_000;

async function qualityAfter(h: Hyperparameters, rounds: number): Promise<Quality> {
  const trainer = valueOf(await Trainer.create({ ...h, backend: 'cpu' }));
  runRounds(trainer, rounds);
  const { quality } = trainer.frame({ playing: false, wholeRounds: false });
  trainer.dispose();
  assert.equal(quality?.round, rounds);
  return quality;
}

describe('The default recipe', function () {
  this.timeout(TIME_LIMIT_MS);

  for (const seed of [1, 2, 3, 4, 5]) {
    it(`paints recognisable portraits of most kinds by round 200 with seed ${seed}`, async () => {
      const { miniFid, effectiveModes = 0 } = await qualityAfter({ ...PICTURE_DEFAULTS, seed }, 200);
      assert.ok(miniFid < 0.2, `mini-FID ${miniFid}`);
      assert.ok(effectiveModes > 4.5, `effective modes ${effectiveModes}`);
    });
  }

  it('covers all eight Gaussians by round 800', async () => {
    const { effectiveModes = 0, miniFid } = await qualityAfter(POINT_DEFAULTS, 800);
    assert.ok(effectiveModes > 7, `effective modes ${effectiveModes}`);
    assert.ok(miniFid < 0.2, `mini-FID ${miniFid}`);
  });
});
