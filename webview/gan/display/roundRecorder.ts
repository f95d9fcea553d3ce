import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { type Quality, type RoundMetrics, isQualityRound } from '../../../src/shared/domain/measures';
import type { RunFrame, SamplesAtRound } from '../../../src/shared/wire/run';
import type { Checkpoint } from '../checkpoint/checkpoint';
import type { QualityRecord } from '../diagnosis';
import type { Gan } from '../training/gan';
import type { PlaneComparison } from '../plane/comparison';
import { FixedPoints } from '../plane/fixedPoints';
import { SamplesOverTime, isRecorded } from './samplesOverTime';
import { Gallery } from './gallery';
import { Measurements } from './measurements';

/** What a checkpoint keeps of the recorded rounds. */
export type RecordedRounds = Pick<Checkpoint, 'samplesOverTime' | 'measurements'>;

/** The samples over time, the measurements and the fixed samples of a run, taken between its rounds. */
export class RoundRecorder {
  private readonly gallery: Gallery;
  private readonly fixedPoints: FixedPoints | undefined;
  private samplesOverTime: SamplesOverTime;
  private measurements: Measurements;
  private lastQuality: QualityRecord | undefined;
  private measurementsAreReady = false;
  private present: SamplesAtRound | undefined;

  /** @param comparison in a run on points */
  constructor(
    private readonly gan: Gan,
    h: Hyperparameters,
    private readonly comparison: PlaneComparison | undefined,
    saved?: RecordedRounds,
  ) {
    this.gallery = new Gallery(gan.collection, h);
    this.fixedPoints = gan.collection.kind === 'points' ? new FixedPoints(gan.collection, h) : undefined;
    this.samplesOverTime = new SamplesOverTime(saved?.samplesOverTime);
    this.measurements = new Measurements(saved?.measurements);
    if (saved === undefined) {
      this.recordSamples(h);
    }
  }

  /**
   * Goes to another moment of the same run: to a recorded one, or back to its beginning.
   *
   * @param h in force then
   */
  goTo(saved: RecordedRounds | undefined, h: Hyperparameters): void {
    this.samplesOverTime = new SamplesOverTime(saved?.samplesOverTime);
    this.measurements = new Measurements(saved?.measurements);
    this.present = undefined;
    this.lastQuality = undefined;
    if (saved === undefined) {
      this.measurementsAreReady = false;
      this.recordSamples(h);
    }
  }

  /** Of the last complete round, and of the last measurement since the run began, was resumed or went back. */
  get measured(): {
    readonly metrics: RoundMetrics | undefined;
    readonly quality: QualityRecord | undefined;
  } {
    return { metrics: this.measurements.metrics, quality: this.lastQuality };
  }

  /** Latent vectors of the fixed samples. */
  get latent(): Tensor {
    return this.gallery.latent;
  }

  /**
   * Measures the quality of round 0, if that was not done yet, and prepares for later measurements. It takes half a
   * second or more, which is better spent while a person looks at the first frame; otherwise the first round waits.
   *
   * @param h in force now
   */
  prepareMeasurements(h: Hyperparameters): void {
    if (this.measurementsAreReady) {
      return;
    }
    this.measurementsAreReady = true;
    const quality = this.quality(h);
    if (this.gan.completeRounds === 0 && quality !== undefined) {
      this.addQuality(quality);
    }
  }

  /**
   * Remembers a round that was just completed; records samples and measures them if it is one of those.
   *
   * @param h in force now
   */
  completeRound(metrics: RoundMetrics, h: Hyperparameters): void {
    this.measurements.addRound(metrics);
    this.recordSamples(h);
    const quality = isQualityRound(this.gan.completeRounds) ? this.quality(h) : undefined;
    if (quality !== undefined) {
      this.addQuality(quality);
    }
  }

  /**
   * The quality of truncated samples at this moment, which is not recorded: no round has it.
   *
   * @param scale what the latent vectors are multiplied with, from 0 to 1
   * @returns `undefined` when the generator gives something that is not a number
   */
  truncatedQuality(scale: number): Quality | undefined {
    const record = this.gallery.quality(this.gan.generator, this.gan.completeRounds, scale);
    return record && withoutCounts(record);
  }

  /** `undefined` when the generator gives something that is not a number. */
  private quality(h: Hyperparameters): QualityRecord | undefined {
    const quality = this.gallery.quality(this.gan.generator, this.gan.completeRounds);
    return quality && { ...quality, ...this.comparison?.measures(h) };
  }

  private addQuality(record: QualityRecord): void {
    this.lastQuality = record;
    this.measurements.addQuality(withoutCounts(record));
  }

  /**
   * What a frame shows of all this.
   *
   * @param h in force now
   * @param withHints also those for the present samples; each costs a pass back through the discriminator
   */
  frame(
    h: Hyperparameters,
    withHints: boolean,
  ): Omit<RunFrame, 'position' | 'playing' | 'wholeRounds' | 'noise' | 'batch' | 'generatorBatch'> {
    const { measurements } = this;
    const { metrics, quality, initialQuality, recentAccuracy } = measurements;
    const present = this.samplesNow(h, withHints);
    return {
      fixedSamples: present.pictures,
      samplesOverTime: this.samplesOverTime.upTo(present),
      ...(metrics && { metrics }),
      ...(quality && { quality }),
      ...(initialQuality && { initialQuality }),
      ...(recentAccuracy !== undefined && { recentAccuracy }),
    };
  }

  state(): RecordedRounds {
    return { samplesOverTime: [...this.samplesOverTime.frames], measurements: this.measurements.state() };
  }

  private recordSamples(h: Hyperparameters): void {
    if (isRecorded(this.gan.completeRounds)) {
      this.samplesOverTime.add(this.samplesNow(h, true));
    }
  }

  /**
   * The fixed samples change between rounds only, so painting them once a round is enough; what the discriminator would
   * say of them changes within a round, too.
   */
  private samplesNow(h: Hyperparameters, withHints: boolean): SamplesAtRound {
    const { gan, gallery } = this;
    const round = gan.completeRounds;
    if (this.present?.round !== round) {
      const points = this.fixedPoints?.of(gan.generator);
      this.present = { round, pictures: gallery.fixedSamples(gan.generator), ...(points && { points }) };
    }
    const hints = withHints ? gallery.fixedHints(gan, h) : undefined;
    return hints === undefined ? this.present : { ...this.present, hints };
  }

  dispose(): void {
    this.gallery.dispose();
    this.fixedPoints?.dispose();
  }
}

/** The frames show the headline; what only the diagnosis reads is not theirs to carry. */
function withoutCounts({ modeCounts: _counts, ...quality }: QualityRecord): Quality {
  return quality;
}
