import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type {
  ChangeInRound,
  CheckpointHeader,
  PictureHeader,
  ShownHintsHeader,
  StoredHistory,
} from '../../../src/shared/wire/checkpointHeader';
import type { GeneratorBatch, Pictures, SamplesAtRound, ShownHints } from '../../../src/shared/wire/run';
import type { ShownBatches } from '../display/batchView';
import { byGroup, type GanState } from '../training/gan';
import type { MeasurementsState } from '../display/measurements';

/** A whole run between two rounds. */
export interface Checkpoint {
  /** In force when the next round starts. */
  readonly hyperparameters: Hyperparameters;
  readonly gan: GanState;
  readonly measurements: MeasurementsState;
  readonly samplesOverTime: readonly SamplesAtRound[];
  /** What was to be seen when the last round was complete. */
  readonly batches: ShownBatches;
  /** What changed during the round in progress, to be repeated when it is run again. */
  readonly changes: readonly ChangeInRound[];
  /** Digest of the learner's own collection that the run is trained on; see `OwnCollection`. */
  readonly collection?: string;
  /** The run's other rounds; absent where nobody kept them. */
  readonly past?: StoredHistory;
}

/** Splits the bytes off pictures, in the order in which they are met. */
export class PictureWriter {
  readonly parts: Uint8ClampedArray[] = [];

  write({ count, size, rgba }: Pictures): PictureHeader {
    this.parts.push(rgba);
    return { count, size };
  }

  writeHints({ pictures, norms }: ShownHints): ShownHintsHeader {
    return { pictures: this.write(pictures), norms };
  }
}

/** Gives pictures their bytes back, in the order in which they were split off. */
class PictureReader {
  private offset = 0;

  constructor(private readonly bytes: Uint8Array) {}

  read({ count, size }: PictureHeader): Pictures {
    const end = this.offset + count * size * size * 4;
    const rgba = new Uint8ClampedArray(this.bytes.subarray(this.offset, end));
    this.offset = end;
    return { count, size, rgba };
  }

  readHints({ pictures, norms }: ShownHintsHeader): ShownHints {
    return { pictures: this.read(pictures), norms };
  }
}

/** @param pictures collects the bytes of the pictures */
export function headerOf(checkpoint: Checkpoint, pictures: PictureWriter): CheckpointHeader {
  const { gan } = checkpoint;
  const { noise, batch: pile, generatorBatch: handIn } = checkpoint.batches;
  return {
    hyperparameters: checkpoint.hyperparameters,
    completeRounds: gan.completeRounds,
    sampling: gan.sampling,
    generatorSteps: gan.generatorSteps,
    discriminatorSteps: gan.discriminatorSteps,
    tensors: byGroup((group) => gan.values[group].map(({ length }) => length)),
    history: { ...checkpoint.measurements, recent: [...checkpoint.measurements.recent] },
    film: checkpoint.samplesOverTime.map((frame) => ({
      ...frame,
      pictures: pictures.write(frame.pictures),
      hints: frame.hints && pictures.writeHints(frame.hints),
    })),
    noise: [...noise],
    pile: pile && { ...pile, pictures: pictures.write(pile.pictures) },
    handIn: handIn && {
      ...handIn,
      pictures: pictures.write(handIn.pictures),
      picturesAfter: handIn.picturesAfter && pictures.write(handIn.picturesAfter),
      hints: handIn.hints && {
        ...pictures.writeHints(handIn.hints),
        followed: pictures.write(handIn.hints.followed),
        mean: pictures.writeHints(handIn.hints.mean),
      },
    },
    changes: [...checkpoint.changes],
    ...(checkpoint.collection !== undefined && { collection: checkpoint.collection }),
    ...(checkpoint.past && { past: checkpoint.past }),
  };
}

function generatorBatchOf(
  header: NonNullable<CheckpointHeader['handIn']>,
  reader: PictureReader,
): GeneratorBatch {
  const { pictures, picturesAfter, hints, ...others } = header;
  return {
    ...others,
    pictures: reader.read(pictures),
    ...(picturesAfter && { picturesAfter: reader.read(picturesAfter) }),
    ...(hints && {
      hints: {
        ...reader.readHints(hints),
        followed: reader.read(hints.followed),
        mean: reader.readHints(hints.mean),
      },
    }),
  };
}

/**
 * Puts a checkpoint together again.
 *
 * @param floats of all tensors, as many as the header says
 * @param pictureBytes of all pictures, as many as the header says
 */
export function checkpointOf(
  header: CheckpointHeader,
  floats: Float32Array,
  pictureBytes: Uint8Array,
): Checkpoint {
  let offset = 0;
  const take = (lengths: readonly number[]): Float32Array<ArrayBuffer>[] =>
    lengths.map((length) => floats.slice(offset, (offset += length)));
  const { tensors, sampling, completeRounds, generatorSteps, discriminatorSteps, pile, handIn } = header;
  const pictures = new PictureReader(pictureBytes);
  return {
    hyperparameters: header.hyperparameters,
    gan: {
      completeRounds,
      sampling,
      generatorSteps,
      discriminatorSteps,
      values: byGroup((group) => take(tensors[group])),
    },
    measurements: header.history,
    samplesOverTime: header.film.map(({ round, points, hints, pictures: written }) => ({
      round,
      pictures: pictures.read(written),
      ...(hints && { hints: pictures.readHints(hints) }),
      ...(points && { points }),
    })),
    batches: {
      noise: header.noise,
      ...(pile && { batch: { ...pile, pictures: pictures.read(pile.pictures) } }),
      ...(handIn && { generatorBatch: generatorBatchOf(handIn, pictures) }),
    },
    changes: header.changes,
    ...(header.collection !== undefined && { collection: header.collection }),
    ...(header.past && { past: header.past }),
  };
}
