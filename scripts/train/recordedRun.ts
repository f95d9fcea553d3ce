import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Hyperparameters } from '../../src/shared/domain/hyperparameters';
import { success, type Problem, type Result } from '../../src/shared/result';
import { type Quality, type RoundMetrics, isQualityRound } from '../../src/shared/domain/measures';
import type { Pictures } from '../../src/shared/wire/run';
import { chooseBackend } from '../../webview/backend';
import { createCollection, type Collection } from '../../webview/gan/datasets';
import {
  diagnose,
  type Diagnosis,
  type QualityRecord,
  type DiagnosisInput,
} from '../../webview/gan/diagnosis';
import { collectionPictures, toPictures } from '../../webview/gan/display/pictures';
import { createQualityMeasure, type QualityMeasure, type QualityReport } from '../../webview/gan/metrics';
import { createMemorisationMeasure, type MemorisationMeasure } from '../../webview/gan/metrics/memorisation';
import { checkCombination } from '../../webview/gan/networks';
import { PlaneComparison } from '../../webview/gan/plane/comparison';
import { Random } from '../../webview/gan/random';
import { Gan } from '../../webview/gan/training/gan';
import { Round } from '../../webview/gan/training/round';
import { latentForOrder } from '../../webview/gan/training/sampling';
import type { QualityHeadline } from '../../webview/gan/metrics/index';

/** What is known of a run when a number of rounds is complete. */
export interface Snapshot {
  readonly round: number;
  /** Of that round; absent at round 0. */
  readonly metrics?: RoundMetrics;
  /** Absent when the generator gives something that is not a number. */
  readonly quality?: QualityReport;
  /** See `Memorisation.gap`; of pictures only. */
  readonly memorisationGap?: number;
  /** How far the points are from the collection, and the discriminator from the best one; of points only. */
  readonly onPlane?: Pick<Quality, 'jensenShannon' | 'optimalGap'>;
  /** Of latent vectors that stay the same; none for points. */
  readonly pictures: Pictures;
}

/** A run from its first weights to its end. */
export interface RecordedRun {
  readonly hyperparameters: Hyperparameters;
  readonly generatorParameters: number;
  readonly discriminatorParameters: number;
  /** Complete rounds whose numbers are all finite. */
  readonly rounds: number;
  readonly snapshots: readonly Snapshot[];
  readonly originals: Pictures;
  readonly record: DiagnosisInput;
  readonly diagnoses: readonly Diagnosis[];
  /** Of training alone, without measuring. */
  readonly trainingSeconds: number;
}

/** Pictures of a snapshot: a row of a contact sheet. */
const SHOWN = 12;
/** Samples whose quality is measured, as in the lesson; figures of different numbers cannot be compared. */
const MEASURED = 256;
/** Samples that are compared with the originals. */
const SEARCHED_FOR_COPIES = 64;
/** The first rounds of which a snapshot is taken; from the last of them on, each is twice the one before. */
const FIRST_SNAPSHOTS = [0, 50, 100];

/** The rounds of which a run of that length takes snapshots: 0, 50, 100, 200, 400, ... and the last. */
export function snapshotRounds(rounds: number): number[] {
  const chosen = FIRST_SNAPSHOTS.filter((round) => round < rounds);
  for (let round = 200; round < rounds; round *= 2) {
    chosen.push(round);
  }
  return [...chosen, rounds];
}

/** Looks at a GAN through latent vectors that stay the same, drawn as those of the lesson are. */
class Observer {
  private readonly shown: Tensor;
  private readonly measured: Tensor;
  private readonly measure: QualityMeasure;
  private readonly memorisation: MemorisationMeasure | undefined;
  private readonly comparison: PlaneComparison | undefined;

  constructor(
    private readonly gan: Gan,
    private readonly collection: Collection,
    private readonly h: Hyperparameters,
  ) {
    const latent = (stream: string, count: number, classOf: (index: number) => number): tf.Tensor =>
      tf.tidy(() => latentForOrder(collection, h, Random.seeded(h.seed, stream), count, classOf));
    this.shown = latent('showcase', SHOWN, (index) => index % collection.modes);
    this.measured = latent('evaluation', MEASURED, (index) => collection.modeOf(index % collection.size));
    this.measure = createQualityMeasure(collection);
    this.memorisation = collection.kind === 'pictures' ? createMemorisationMeasure(collection) : undefined;
    this.comparison = collection.kind === 'points' ? new PlaneComparison(gan, collection, h) : undefined;
  }

  /** @returns `undefined` when something is not a number */
  headline(): QualityHeadline | undefined {
    const samples = this.finiteSamples();
    return samples && this.measure.headline(samples, MEASURED);
  }

  snapshot(metrics: RoundMetrics | undefined): Snapshot {
    const samples = this.finiteSamples();
    const copies =
      samples === undefined ? undefined : this.memorisation?.measure(samples, SEARCHED_FOR_COPIES);
    return {
      round: this.gan.completeRounds,
      pictures: toPictures(this.collection, this.samples(this.shown)),
      ...(metrics && { metrics }),
      ...(samples && { quality: this.measure.measure(samples, MEASURED) }),
      ...(copies && { memorisationGap: copies.gap }),
      ...(samples && this.comparison && { onPlane: this.comparison.measures(this.h) }),
    };
  }

  private finiteSamples(): Float32Array | undefined {
    const samples = this.samples(this.measured);
    return samples.every((value) => Number.isFinite(value)) ? samples : undefined;
  }

  private samples(latent: Tensor): Float32Array {
    const samples = tf.tidy(() => this.gan.generator.sampleForDisplay(latent));
    const values = Float32Array.from(samples.dataSync());
    samples.dispose();
    return values;
  }

  dispose(): void {
    tf.dispose([this.shown, this.measured]);
    this.comparison?.dispose();
  }
}

/**
 * Trains with the engine of the lessons, on the CPU, and writes down what the diagnosis asks for. A run whose numbers
 * cease to be finite ends at its last good round.
 */
export async function recordRun(h: Hyperparameters, rounds: number): Promise<Result<RecordedRun>> {
  const collection = createCollection(h);
  const problem: Problem | undefined = checkCombination(h, collection);
  if (problem !== undefined) {
    return { ok: false, problem };
  }
  const backend = await chooseBackend('cpu');
  if (!backend.ok) {
    return backend;
  }
  const whole = train(h, collection, rounds);
  const { notFiniteAt } = whole.record;
  if (notFiniteAt === undefined) {
    return success(whole);
  }
  // The weights of the last good round are gone; the same run again, up to there, has them.
  const good = train(h, collection, notFiniteAt - 1);
  const record = { ...good.record, notFiniteAt };
  return success({ ...good, record, diagnoses: diagnose(record) });
}

function train(h: Hyperparameters, collection: Collection, rounds: number): RecordedRun {
  const gan = Gan.create(h, collection);
  const observer = new Observer(gan, collection, h);
  const snapshotsAt = new Set(snapshotRounds(rounds));
  const snapshots = [observer.snapshot(undefined)];
  const metrics: RoundMetrics[] = [];
  const quality = qualityRecords(snapshots);
  let notFiniteAt: number | undefined;
  let trainingMs = 0;
  while (gan.completeRounds < rounds && notFiniteAt === undefined) {
    const round = new Round(gan);
    const began = performance.now();
    round.runUndivided(h);
    trainingMs += performance.now() - began;
    const measured = round.view.metrics;
    round.dispose();
    const complete = gan.completeRounds;
    if (measured === undefined || !isFinite(measured) || !gan.isFinite()) {
      notFiniteAt = complete;
      break;
    }
    metrics.push(measured);
    if (snapshotsAt.has(complete)) {
      const snapshot = observer.snapshot(measured);
      snapshots.push(snapshot);
      quality.push(...qualityRecords([snapshot]));
    } else if (isQualityRound(complete)) {
      const headline = observer.headline();
      quality.push(...(headline === undefined ? [] : [{ round: complete, ...headline }]));
    }
  }
  const record: DiagnosisInput = {
    hyperparameters: h,
    rounds: metrics,
    quality,
    ...(notFiniteAt !== undefined && { notFiniteAt }),
  };
  const run = {
    hyperparameters: h,
    generatorParameters: gan.generator.network.parameterCount,
    discriminatorParameters: gan.discriminator.network.parameterCount,
    rounds: metrics.length,
    snapshots,
    originals: collectionPictures(collection, SHOWN),
    record,
    diagnoses: diagnose(record),
    trainingSeconds: trainingMs / 1000,
  };
  observer.dispose();
  gan.dispose();
  return run;
}

function isFinite({ discriminatorLoss, generatorLoss }: RoundMetrics): boolean {
  return Number.isFinite(discriminatorLoss) && Number.isFinite(generatorLoss);
}

/** What the diagnosis takes from snapshots. */
function qualityRecords(snapshots: readonly Snapshot[]): QualityRecord[] {
  return snapshots.flatMap(({ round, quality, memorisationGap }) =>
    quality === undefined
      ? []
      : [{ round, ...quality, ...(memorisationGap !== undefined && { memorisationGap }) }],
  );
}
