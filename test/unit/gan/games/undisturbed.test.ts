import assert from 'node:assert/strict';
import { POINT_DEFAULTS, type Hyperparameters } from '../../../../src/shared/domain/hyperparameters';
import { chooseBackend } from '../../../../webview/backend';
import { RunHistory } from '../../../../webview/gan/history/runHistory';
import { replay } from '../../../../webview/gan/history/journey';
import { checkpointOf, runPhases, runRounds, trainerOf, valueOf } from '../support';
import { Play, stripes } from './support';

/** Both games, with everything that can be done in them. */
function playBoth(source: ConstructorParameters<typeof Play>[0], points: boolean): void {
  const play = new Play(source);
  for (let hand = 0; hand < 3; hand++) {
    play.ask({ kind: 'deal' }, 'dealt');
    play.ask({ kind: 'reveal' }, 'judged');
  }
  const drawn = points
    ? { kind: 'points' as const, points: Float32Array.of(0.5, 0.5, -1, 0) }
    : { kind: 'picture' as const, rgba: stripes(12) };
  play.ask({ kind: 'startDrawing' }, 'drawing', 2);
  play.ask({ kind: 'score', serial: 1, drawn, looks: true, hints: true }, 'scored', 2);
  play.ask({ kind: 'learn', drawn }, 'learned', 2);
  play.tell({ kind: 'forget' }, 2);
  play.tell({ kind: 'leave' }, 2);
}

const RUNS: Readonly<Record<string, Partial<Hyperparameters>>> = {
  'of the default recipe': {},
  'with instance noise, a gradient penalty and spectral normalisation': {
    instanceNoise: 0.1,
    gradientPenaltyWeight: 1,
    r1Weight: 0,
    discriminatorNormalization: 'spectral',
    discriminatorSteps: 2,
  },
  'with batch normalisation and classes': {
    generatorNormalization: 'batch',
    discriminatorNormalization: 'batch',
    r1Weight: 0,
    conditional: 'yes',
  },
  'on points': { ...POINT_DEFAULTS, backend: 'cpu' },
};

describe('A run', () => {
  before(() => chooseBackend('cpu'));

  for (const [name, changes] of Object.entries(RUNS)) {
    it(`${name} is bit for bit the same when games were played at any moment of it`, async () => {
      const points = changes.data === POINT_DEFAULTS.data;
      const played = await trainerOf(changes);
      const source = () => played.gameSource();
      playBoth(source, points);
      runRounds(played, 3);
      playBoth(source, points);
      for (let phase = 0; phase < 7; phase++) {
        runPhases(played, 1);
        playBoth(source, points);
      }
      runRounds(played, 2);
      const alone = await trainerOf(changes);
      runRounds(alone, 3);
      runPhases(alone, 7);
      runRounds(alone, 2);
      assert.deepEqual(checkpointOf(played), checkpointOf(alone));
      played.dispose();
      alone.dispose();
    });
  }

  it('that was played with while looking back comes again to what it was', async () => {
    const run = async (plays: boolean) => {
      const trainer = new RunHistory(await trainerOf());
      const goTo = (round: number) => {
        trainer.jumpTowards({ round, phasesDone: 0 });
        valueOf(replay(trainer, { round, phasesDone: 0 }, () => false));
      };
      for (let round = 0; round < 12; round++) {
        valueOf(trainer.runRound());
      }
      goTo(4);
      if (plays) {
        playBoth(() => trainer.trainer.gameSource(), false);
      }
      goTo(12);
      valueOf(trainer.runRound());
      const { bytes } = valueOf(trainer.checkpoint());
      trainer.dispose();
      return bytes;
    };
    assert.deepEqual(await run(true), await run(false));
  });
});
