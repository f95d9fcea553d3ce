import assert from 'node:assert/strict';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { LatentPath } from '../../../src/shared/wire/latent';
import { between } from '../../../webview/gan/display/latentPaths';
import { checkpointOf, runRounds, trainerOf } from './support';

const WALK: LatentPath = { kind: 'walk', from: 0, to: 3, steps: 5 };

function norm(vector: Float32Array): number {
  return Math.hypot(...vector);
}

describe('Between two latent vectors', () => {
  const [x, y] = [Float32Array.of(2, 0, 0), Float32Array.of(0, 4, 0)];

  it('normal ones turn along the arc, and their lengths go in proportion', () => {
    const middle = between(x, y, 0.5, 'normal');
    const half = 3 * Math.SQRT1_2;
    for (const [i, expected] of [half, half, 0].entries()) {
      assert.ok(Math.abs((middle[i] ?? 0) - expected) < 1e-6);
    }
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      assert.ok(Math.abs(norm(between(x, y, share, 'normal')) - (2 + 2 * share)) < 1e-6);
    }
  });

  it('both ends are the vectors themselves', () => {
    for (const distribution of ['normal', 'uniform'] as const) {
      assert.deepEqual(
        [...between(x, y, 0, distribution)].map((value) => Math.fround(value)),
        [2, 0, 0],
      );
      assert.ok(Math.abs((between(x, y, 1, distribution)[1] ?? 0) - 4) < 1e-6);
    }
  });

  it('uniform ones go straight', () => {
    assert.deepEqual([...between(x, y, 0.5, 'uniform')], [1, 2, 0]);
  });

  it('those of the same or the opposite direction, and none at all, go straight', () => {
    assert.deepEqual([...between(x, Float32Array.of(6, 0, 0), 0.5, 'normal')], [4, 0, 0]);
    assert.deepEqual([...between(x, Float32Array.of(-2, 0, 0), 0.25, 'normal')], [1, 0, 0]);
    assert.deepEqual([...between(Float32Array.of(0, 0, 0), y, 0.5, 'normal')], [0, 2, 0]);
  });
});

/** The pictures of a frame's fixed samples, or of a walk, one by one. */
function each({ count, size, rgba }: { count: number; size: number; rgba: Uint8ClampedArray }): string[] {
  const length = size * size * 4;
  return Array.from({ length: count }, (_, index) =>
    rgba.subarray(index * length, (index + 1) * length).join(),
  );
}

describe('A walk through the latent space', () => {
  it('begins and ends with the pictures that it was to lead between', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 3);
    const fixedSamples = each(trainer.frame({ playing: false, wholeRounds: true }).fixedSamples);
    const walk = each(trainer.walk(WALK));
    assert.equal(walk.length, 5);
    assert.equal(walk[0], fixedSamples[0]);
    assert.equal(walk[4], fixedSamples[3]);
    assert.equal(new Set(walk).size, 5, 'with others between');
    trainer.dispose();
  });

  it('changes neither weights nor the random numbers of training', async () => {
    const [asked, left] = [await trainerOf(), await trainerOf()];
    runRounds(asked, 2);
    asked.walk(WALK);
    asked.walk({ kind: 'grid', corners: [0, 1, 2], side: 3 });
    runRounds(asked, 2);
    runRounds(left, 4);
    assert.deepEqual(checkpointOf(asked), checkpointOf(left));
    asked.dispose();
    left.dispose();
  });

  it('shows the plane through three pictures with each in its corner', async () => {
    const trainer = await trainerOf();
    const fixedSamples = each(trainer.frame({ playing: false, wholeRounds: true }).fixedSamples);
    const grid = each(trainer.walk({ kind: 'grid', corners: [4, 1, 2], side: 3 }));
    assert.equal(grid.length, 9);
    assert.deepEqual([grid[0], grid[2], grid[6]], [fixedSamples[4], fixedSamples[1], fixedSamples[2]]);
    trainer.dispose();
  });

  it('shows the whole space where a latent vector has two numbers, whatever the corners are', async () => {
    const trainer = await trainerOf({ latentSize: 2 });
    const one = trainer.walk({ kind: 'grid', corners: [0, 1, 2], side: 4 });
    const other = trainer.walk({ kind: 'grid', corners: [5, 6, 7], side: 4 });
    assert.deepEqual(one, other);
    assert.equal(new Set(each(one)).size, 16);
    trainer.dispose();
  });

  it('leads between the classes of a conditional pair', async () => {
    const conditional: Partial<Hyperparameters> = { conditional: 'yes' };
    const trainer = await trainerOf(conditional);
    const fixedSamples = each(trainer.frame({ playing: false, wholeRounds: true }).fixedSamples);
    const walk = each(trainer.walk(WALK));
    assert.deepEqual([walk[0], walk[4]], [fixedSamples[0], fixedSamples[3]]);
    trainer.dispose();
  });
});

describe('Truncated noise', () => {
  const at = (scale: number): LatentPath => ({ kind: 'truncated', scale });

  it('is the noise itself at full scale, with the quality that the run measures', async () => {
    const trainer = await trainerOf();
    trainer.prepareMeasurements();
    const { fixedSamples, quality } = trainer.frame({ playing: false, wholeRounds: true });
    assert.deepEqual(each(trainer.walk(at(1))), each(fixedSamples));
    assert.ok(quality);
    assert.deepEqual(trainer.walkQuality(at(1)), quality);
    trainer.dispose();
  });

  it('is none at scale 0, where all samples are one and belong to one kind', async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 2);
    assert.equal(new Set(each(trainer.walk(at(0)))).size, 1);
    assert.equal(trainer.walkQuality(at(0))?.effectiveModes, 1);
    trainer.dispose();
  });

  it('still obeys orders: the classes behind the noise are not shrunk', async () => {
    const trainer = await trainerOf({ conditional: 'yes' });
    runRounds(trainer, 2);
    assert.ok(new Set(each(trainer.walk(at(0)))).size > 1);
    trainer.dispose();
  });

  it('changes neither weights nor the random numbers of training, nor what is measured', async () => {
    const [asked, left] = [await trainerOf(), await trainerOf()];
    runRounds(asked, 2);
    asked.walk(at(0.5));
    asked.walkQuality(at(0.5));
    runRounds(asked, 2);
    runRounds(left, 4);
    assert.deepEqual(checkpointOf(asked), checkpointOf(left));
    asked.dispose();
    left.dispose();
  });

  it('is measured of no other path', async () => {
    const trainer = await trainerOf();
    assert.equal(trainer.walkQuality(WALK), undefined);
    trainer.dispose();
  });
});
