import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
  changedNames,
  defaultsFor,
  HyperparametersSchema,
  namesThatNeedRestart,
  SPECS,
  type HyperparameterChanges,
  type HyperparameterName,
  type Hyperparameters,
} from '../../../src/shared/hyperparameters';
import type { Goal, Lesson } from '../../../src/shared/lesson';
import { columnOf, type Measure, type RunSeries } from '../../../src/shared/measures';
import { lastPhase, type Phase } from '../../../src/shared/phases';
import type { Result } from '../../../src/shared/result';
import type { RunFrame } from '../../../src/shared/run';
import { RecordedTrainer } from '../../../webview/gan/history/recordedTrainer';
import { replay } from '../../../webview/gan/replay';
import { Trainer } from '../../../webview/gan/trainer';
import { sectionOf } from './shippedLesson';

/**
 * A run of a lesson's own experiment, played as a learner plays it: with the engine, the live changes and the rewind of
 * the product.
 */
export class LessonRun {
  private constructor(
    private readonly lesson: Lesson,
    private readonly trainer: RecordedTrainer,
    private readonly beginning: Hyperparameters,
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
    const h = hyperparametersOf(lesson, experiment, seed);
    const trainer = new RecordedTrainer(valueOf(await Trainer.create(h)));
    try {
      return play(new LessonRun(lesson, trainer, h));
    } finally {
      trainer.dispose();
    }
  }

  /** Presses one of the buttons of a "try" section: a live change. */
  take(trySection: string, choice: number): void {
    const chosen = sectionOf(this.lesson, 'try', trySection).choices[choice];
    assert.ok(chosen, `"${trySection}" has no choice ${choice}`);
    this.change(chosen.changes);
  }

  /** Changes hyperparameters of the running networks, all of which must be able to change. */
  change(changes: HyperparameterChanges): void {
    const wanted = v.parse(HyperparametersSchema, { ...this.trainer.hyperparameters, ...changes });
    assert.deepEqual(namesThatNeedRestart(this.trainer.hyperparameters, wanted), [], 'this needs a new run');
    valueOf(this.trainer.changeLive(wanted));
  }

  /** Plays on until so many rounds are complete. */
  playTo(round: number): void {
    while (this.trainer.position.round < round) {
      valueOf(this.trainer.runRound());
    }
  }

  /** Steps until a phase is done. */
  stepThrough(phase: Phase): void {
    do {
      valueOf(this.trainer.runPhase());
    } while (lastPhase(this.trainer.position) !== phase);
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

  /** The first round at which a goal was reached in this run, or `undefined`. */
  reaches(goal: string): number | undefined {
    const section = sectionOf(this.lesson, 'goal', goal);
    const knobs = countKnobs(this.changed(section));
    assert.ok(knobs <= (section.knobs ?? Infinity), `"${goal}" allows ${section.knobs} knobs, not ${knobs}`);
    return roundOf(section, this.series);
  }

  /** What the stage shows at this moment. */
  frame(): RunFrame {
    return this.trainer.frame({ playing: false, wholeRounds: false });
  }

  private get series(): RunSeries {
    const { series } = this.frame();
    assert.ok(series);
    return series;
  }

  /** In what this run differs from the one that a goal speaks of. */
  private changed({ experiment }: Goal): HyperparameterName[] {
    const told =
      experiment === undefined
        ? this.beginning
        : hyperparametersOf(this.lesson, experiment, this.beginning.seed);
    return changedNames(told, this.trainer.hyperparameters);
  }
}

/** The middle value, or the upper one of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function hyperparametersOf(lesson: Lesson, experiment: string | undefined, seed: number): Hyperparameters {
  const changes = experiment === undefined ? lesson.run : sectionOf(lesson, 'experiment', experiment).run;
  const recipe = defaultsFor(changes.data ?? SPECS.data.initial);
  return v.parse(HyperparametersSchema, { ...recipe, ...changes, seed, backend: 'cpu' });
}

/** The same hyperparameter of both networks is one knob. */
function countKnobs(names: readonly HyperparameterName[]): number {
  return new Set(names.map((name) => name.replace(/^(?:generator|discriminator)/, ''))).size;
}

/** The first round of a goal's time at which all that it asks for was measured and holds. */
function roundOf({ conditions, time }: Goal, series: RunSeries): number | undefined {
  const { at, from = at ?? 0, by = at ?? Infinity } = time;
  const columns = conditions.map((condition) => ({ condition, ...columnOf(series, condition.measure) }));
  return Array.from(columns[0]?.rounds ?? []).find(
    (round) =>
      round >= from &&
      round <= by &&
      columns.every(({ condition: { is, value: bound }, rounds, values }) => {
        const value = values[rounds.indexOf(round)] ?? Number.NaN;
        return is === 'above' ? value > bound : value < bound;
      }),
  );
}

function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.problem.message);
  return result.value;
}
