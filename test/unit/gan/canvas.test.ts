import assert from 'node:assert/strict';
import type { RunFrame } from '../../../src/shared/wire/run';
import { chooseBackend } from '../../../webview/backend';
import { runPhases, trainerOf } from './support';

const STEPPING = { playing: false, wholeRounds: false };

describe('The picture for the easel', () => {
  before(() => chooseBackend('cpu'));

  async function framesOf(phases: number): Promise<readonly RunFrame[]> {
    const trainer = await trainerOf();
    const frames = Array.from({ length: phases }, () => {
      runPhases(trainer, 1);
      return trainer.frame(STEPPING);
    });
    trainer.dispose();
    return frames;
  }

  it('is there once the generator has painted, and stays with its noise until the hand-in', async () => {
    const frames = await framesOf(7);
    assert.deepEqual(
      frames.map(({ canvas }) => canvas?.count),
      [undefined, 1, 1, 1, 1, undefined, undefined],
    );
    const [, generated, , , learned, generatorSamples] = frames;
    assert.deepEqual(learned?.canvas, generated?.canvas);
    assert.deepEqual(learned?.noise, generated?.noise);
    assert.notDeepEqual(generatorSamples?.noise, learned?.noise);
  });

  it('is one of the forgeries on the pile', async () => {
    const [, generated] = await framesOf(2);
    assert.ok(generated?.batch && generated.canvas);
    const { pictures, truth } = generated.batch;
    const length = pictures.size * pictures.size * 4;
    const samples = truth.flatMap((real, card) =>
      real ? [] : [pictures.rgba.slice(card * length, (card + 1) * length).join()],
    );
    assert.ok(samples.includes(generated.canvas.rgba.join()));
  });

  it('is replaced between whole rounds by one whose noise never changes', async () => {
    const trainer = await trainerOf();
    const noise = () => trainer.frame({ playing: true, wholeRounds: true }).fixedNoise;
    const first = noise();
    runPhases(trainer, 14);
    assert.deepEqual(noise(), first);
    assert.ok(first !== undefined && first.length > 0);
    trainer.dispose();
  });
});
