import assert from 'node:assert/strict';
import { decodeRunFile, encodeRunFile } from '../../../src/runFiles/runFile';
import { MOST_REPLAYED_ROUNDS } from '../../../src/session/runProblem';
import { packCheckpoint, unpackCheckpoint, type ReadParts } from '../../../src/shared/wire/checkpointFile';
import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import { POINT_DEFAULTS, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { decodeCheckpoint } from '../../../webview/gan/checkpoint/checkpoint';
import { Trainer } from '../../../webview/gan/trainer';
import { checkpointOf, runRounds, SMALL, trainerOf, valueOf } from '../../unit/gan/support';
import { COUNT, FixedRandom, isFiniteThroughout, mutatedValue, Stopwatch, withStacksOfHost } from './fuzzing';

/** So many of the files that are taken are also opened, and go on for a round. */
const OPENED = 200;

const HYPERPARAMETERS: readonly [Hyperparameters, Hyperparameters] = [
  { ...SMALL, collectionSize: 16, discriminatorNormalization: 'spectral' },
  { ...POINT_DEFAULTS, backend: 'cpu', generatorWidth: 8, discriminatorWidth: 8, batchSize: 8 },
];

/** The file of a run of three rounds. */
async function fileOf(hyperparameters: Hyperparameters): Promise<ReadParts> {
  const trainer = await trainerOf(hyperparameters);
  runRounds(trainer, 3);
  const saved: SavedRun = {
    hyperparameters: trainer.hyperparameters,
    backend: 'cpu',
    position: { round: 5, phasesDone: 2 },
    checkpointPosition: { round: 3, phasesDone: 0 },
    wholeRounds: false,
    checkpoint: Uint8Array.from(checkpointOf(trainer)),
  };
  trainer.dispose();
  return valueOf(unpackCheckpoint(valueOf(encodeRunFile(saved))));
}

/** The same with something else in it, under a right checksum. */
function mutated(parts: ReadParts, random: FixedRandom): Uint8Array {
  const { header, floats, pictures } = parts;
  switch (random.below(10)) {
    case 0: {
      const changed = Float32Array.from(floats);
      changed[random.below(floats.length)] = random.of([NaN, Infinity, -Infinity, 1e38, 0]);
      return packCheckpoint({ header, floats: [changed], pictures: [pictures] });
    }
    case 1:
      return packCheckpoint({
        header,
        floats: [floats.subarray(random.below(floats.length))],
        pictures: [pictures.subarray(random.below(Math.max(1, pictures.length)))],
      });
    default: {
      const json = mutatedValue(JSON.parse(new TextDecoder().decode(header)), random);
      // JSON has no word for infinity, but this is read as it.
      const text = (JSON.stringify(json) ?? '').replaceAll('"constructor"', '1e999');
      return packCheckpoint({
        header: new TextEncoder().encode(text),
        floats: [floats],
        pictures: [pictures],
      });
    }
  }
}

describe('10,000 altered run files with right checksums', function () {
  this.timeout(1_800_000);
  withStacksOfHost();

  it('are refused with a reason, or are runs that go on', async () => {
    const random = new FixedRandom(16);
    const files = await Promise.all(HYPERPARAMETERS.map(fileOf));
    const watch = new Stopwatch();
    let [accepted, opened] = [0, 0];
    for (let count = 0; count < COUNT; count += 1) {
      const parts = files[count % files.length];
      assert.ok(parts);
      const bytes = mutated(parts, random);
      const describe = (): string => `file ${count}: ${new TextDecoder().decode(bytes.subarray(0, 4000))}`;
      const read = watch.run(() => decodeRunFile(bytes), describe);
      if (!read.ok) {
        assert.ok(read.problem.message !== '' && read.problem.next !== '');
        continue;
      }
      accepted += 1;
      const { checkpoint, ...run } = read.value;
      const ahead = run.position.round - run.checkpointPosition.round;
      assert.ok(ahead >= 0 && ahead <= MOST_REPLAYED_ROUNDS && isFiniteThroughout(run), describe());
      const decoded = watch.run(() => decodeCheckpoint(checkpoint), describe);
      assert.ok(decoded.ok, describe());
      assert.ok(isFiniteThroughout(decoded.value.past) && isFiniteThroughout(decoded.value.batches));
      if (opened < OPENED) {
        opened += 1;
        const resumed = await Trainer.resume(checkpoint, 'cpu');
        assert.ok(resumed.ok, describe());
        resumed.value.runRound();
        resumed.value.dispose();
      }
    }
    watch.report(accepted);
  });
});
