import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
  HyperparametersSchema,
  namesThatNeedRestart,
  withChanges,
  type HyperparameterChanges,
  type Hyperparameters,
} from '../../../src/shared/domain/hyperparameters';
import { hyperparametersOf, type Lesson, type Prediction } from '../../../src/shared/domain/lesson';
import { columnOf, type Measure, type Quality, type RunSeries } from '../../../src/shared/domain/measures';
import { lastPhase, type Phase } from '../../../src/shared/domain/phases';
import type { PlaneLayer } from '../../../src/shared/wire/plane';
import type { Result } from '../../../src/shared/result';
import type { LatentPath } from '../../../src/shared/wire/latent';
import type { Pictures, RunFrame, RunStart } from '../../../src/shared/wire/run';
import type { GameSource } from '../../../webview/gan/games/gameSource';
import { RunHistory } from '../../../webview/gan/history/runHistory';
import { replay } from '../../../webview/gan/history/journey';
import { Trainer } from '../../../webview/gan/trainer';
import { goalStanding, showsOutcome, type ShownRun } from '../../../webview/lesson/exercises/standings';
import { placeOf, sectionOf } from './shippedLesson';

/**
 * A run of a lesson's own experiment, played as a learner plays it: with the engine, the live changes, the rewind and the
 * judge of goals of the product.
 */
export class LessonRun {
  private constructor(
    private readonly lesson: Lesson,
    private readonly trainer: RunHistory,
  ) {}

  /**
   * Plays a run from round 0 and lets it go at the end.
   *
   * @param experiment id of the experiment; absent for the run that the lesson begins with
   */
  static async play<Outcome>(
    lesson: Lesson,
    experiment: string | undefined,
    seed: number,
    play: (run: LessonRun) => Outcome,
  ): Promise<Outcome> {
    return LessonRun.playFrom(lesson, { ...startOf(lesson, experiment), seed }, play);
  }

  /**
   * Plays the run that one of the buttons of a "try" section starts, for changes that a running pair of networks cannot
   * take over.
   *
   * @param experiment id of the experiment whose run was on the stage
   */
  static async playChoice<Outcome>(
    lesson: Lesson,
    experiment: string,
    { section, choice }: { readonly section: string; readonly choice: number },
    seed: number,
    play: (run: LessonRun) => Outcome,
  ): Promise<Outcome> {
    const changes = choiceOf(lesson, section, choice);
    return LessonRun.playFrom(
      lesson,
      valueOf(withChanges({ ...startOf(lesson, experiment), seed }, changes)),
      play,
    );
  }

  /** @param h what the run begins with */
  private static async playFrom<Outcome>(
    lesson: Lesson,
    h: Hyperparameters,
    play: (run: LessonRun) => Outcome,
  ): Promise<Outcome> {
    const trainer = new RunHistory(valueOf(await Trainer.create(h)));
    try {
      return play(new LessonRun(lesson, trainer));
    } finally {
      trainer.dispose();
    }
  }

  /**
   * Plays the run that a prediction speaks of until it shows what happens.
   *
   * @param look looks at that moment
   */
  static async reveal(
    lesson: Lesson,
    prediction: string,
    seed: number,
    look: (run: LessonRun, section: Prediction) => void,
  ): Promise<void> {
    const { section } = placeOf(lesson, 'prediction', prediction);
    await LessonRun.play(lesson, section.experiment, seed, (run) => {
      run.playTo(section.revealAt);
      assert.ok(showsOutcome(lesson, section, run.shown()), `"${prediction}" is not shown by this run`);
      look(run, section);
    });
  }

  /** Presses one of the buttons of a "try" section: a live change. */
  take(trySection: string, choice: number): void {
    this.change(choiceOf(this.lesson, trySection, choice));
  }

  /** Changes hyperparameters of the running networks, all of which must be able to change. */
  change(changes: HyperparameterChanges): void {
    const wanted = v.parse(HyperparametersSchema, { ...this.hyperparameters, ...changes });
    assert.deepEqual(namesThatNeedRestart(this.hyperparameters, wanted), [], 'this needs a new run');
    valueOf(this.trainer.changeLive(wanted));
  }

  /** Plays on until so many rounds are complete. */
  playTo(round: number): void {
    while (this.trainer.trainer.position.round < round) {
      valueOf(this.trainer.runRound());
    }
  }

  /**
   * Plays on until a number ceases to be finite, at most until so many rounds are complete.
   *
   * @returns the round in which it happened, or `undefined`
   */
  playUntilNaN(limit: number): number | undefined {
    while (this.trainer.trainer.position.round < limit) {
      const { round } = this.trainer.trainer.position;
      if (!this.trainer.runRound().ok) {
        return round + 1;
      }
    }
    return undefined;
  }

  /** Steps until a phase is done. */
  stepThrough(phase: Phase): void {
    do {
      valueOf(this.trainer.runPhase());
    } while (lastPhase(this.trainer.trainer.position) !== phase);
  }

  /** Looks back at a round; a change made there gives up what followed. */
  goBackTo(round: number): void {
    const moment = { round, phasesDone: 0 };
    this.trainer.jumpTowards(moment);
    valueOf(replay(this.trainer, moment, () => false));
  }

  /** What was measured at a round; it must have been measured there. */
  at(round: number, measure: Measure): number {
    const { rounds, values } = columnOf(this.series, measure);
    const value = values[rounds.indexOf(round)];
    assert.ok(value !== undefined, `${measure} was not measured at round ${round}`);
    return value;
  }

  /** Everything that was measured from one round to another, both included. */
  over(from: number, to: number, measure: Measure): number[] {
    const { rounds, values } = columnOf(this.series, measure);
    const found = Array.from(values).filter((_, i) => {
      const round = rounds[i] ?? Number.NaN;
      return round >= from && round <= to;
    });
    assert.ok(found.length > 0, `${measure} was not measured from round ${from} to ${to}`);
    return found;
  }

  /** The round at which a goal was reached, or `undefined`; the run must be one that counts for it. */
  reaches(goal: string): number | undefined {
    const { section } = placeOf(this.lesson, 'goal', goal);
    const standing = goalStanding(this.lesson, section, this.shown());
    assert.notEqual(standing.kind, 'otherRun', `this run does not count for "${goal}"`);
    return standing.kind === 'reached' ? standing.round : undefined;
  }

  /**
   * What the stage shows at this moment.
   *
   * @param layers of the plane that are computed for it
   */
  frame(layers: readonly PlaneLayer[] = []): RunFrame {
    this.trainer.trainer.showLayers(layers);
    return this.trainer.frame({ playing: false, wholeRounds: false });
  }

  /** What a walk through latent space shows. */
  walk(path: LatentPath): Pictures {
    return this.trainer.trainer.walk(path);
  }

  /** How good pictures are whose noise is multiplied by a number from 0 to 1. */
  truncated(scale: number): Quality {
    return this.trainer.trainer.walkQuality({ kind: 'truncated', scale }) ?? assert.fail('not measured');
  }

  /** The networks of this moment. */
  source(): GameSource {
    return this.trainer.trainer.gameSource();
  }

  /** The active ones. */
  get hyperparameters(): Hyperparameters {
    return this.trainer.trainer.hyperparameters;
  }

  /** What is known of the run from its beginning. */
  get start(): RunStart {
    return this.trainer.start;
  }

  private get series(): RunSeries {
    const { series } = this.frame();
    assert.ok(series);
    return series;
  }

  private shown(): ShownRun {
    return { start: this.start, frame: this.frame(), running: this.hyperparameters };
  }
}

/** @param values at least one */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle value, or the upper one of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** What an experiment begins with, but for its seed; without an id, the run that the lesson begins with. */
function startOf(lesson: Lesson, experiment: string | undefined): Hyperparameters {
  const section = experiment === undefined ? undefined : sectionOf(lesson, 'experiment', experiment);
  return hyperparametersOf(lesson, section, 'cpu');
}

/** What one of the buttons of a "try" section changes. */
function choiceOf(lesson: Lesson, trySection: string, choice: number): HyperparameterChanges {
  const chosen = sectionOf(lesson, 'try', trySection).choices[choice];
  assert.ok(chosen, `"${trySection}" has no choice ${choice}`);
  return chosen.changes;
}

function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.problem.message);
  return result.value;
}
