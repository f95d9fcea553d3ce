import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { HyperparametersSchema, isOwnData, type Hyperparameters } from '../shared/domain/hyperparameters';
import {
  countKnobs,
  differences,
  experimentFor,
  hyperparametersOf,
  judgeGoal,
  type Goal,
  type Lesson,
} from '../shared/domain/lesson';
import { columnOf } from '../shared/domain/measures';
import { measureName } from '../shared/words/measureWords';
import type { LessonProgress, RunFacts } from '../shared/domain/progress';
import type { RerunJob, RerunOutcome } from '../shared/wire/rerun';
import { valueText } from './runText';
import { counted } from '../shared/words/counted';

/** A report says that this goal was reached, in this run. */
export interface Claim {
  readonly goal: Goal;
  readonly facts: RunFacts;
}

/** What became of a claim when its run was run again. */
export type Verdict =
  | { readonly kind: 'holds' }
  /** The run does not show what the report says. */
  | { readonly kind: 'fails'; readonly reason: string }
  /** This machine cannot tell. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** On the backend on which a run was trained its numbers come out the same to the last bit. */
const SAME_BITS = 1e-9;
/** On another one the last digits differ, and training spreads the difference. */
const OTHER_BACKEND = 0.1;

/** The goals that were reached, in the order of the text. */
export function claimsOf(lesson: Lesson, progress: LessonProgress): Claim[] {
  return lesson.steps.flatMap(({ sections }) =>
    sections.flatMap((section) => {
      const facts =
        section.kind === 'goal' && Object.hasOwn(progress.goals, section.id)
          ? progress.goals[section.id]
          : undefined;
      return section.kind === 'goal' && facts !== undefined ? [{ goal: section, facts }] : [];
    }),
  );
}

/** More rounds than any lesson's goal asks for: 20 times the longest of the course. */
const MOST_ROUNDS = 20_000;
/** More changes than a person makes on the way to a goal. */
const MOST_CHANGES = 1000;

/** What is to be done to check a claim: train a run, or nothing because its verdict is known. */
export type ClaimPlan =
  { readonly kind: 'train'; readonly job: RerunJob } | Exclude<Verdict, { kind: 'holds' }>;

/**
 * The run of a claim. What the goal's own bounds rule out is refused without training, so that a number in a file never
 * decides how long somebody waits.
 *
 * @param id of the job
 */
export function planOf(lesson: Lesson, claim: Claim, id: string): ClaimPlan {
  const { goal, facts } = claim;
  const last = lastRoundOf(lesson, claim);
  if (facts.round > last) {
    return {
      kind: 'fails',
      reason: l10n.t('The goal counts up to round {0}; the report says round {1}.', last, facts.round),
    };
  }
  if (facts.changes.length > MOST_CHANGES) {
    return { kind: 'fails', reason: l10n.t('It lists {0} changes.', facts.changes.length) };
  }
  const beginning = v.safeParse(HyperparametersSchema, { ...facts.hyperparameters, backend: facts.backend });
  const changes = beginning.success ? changesOf(facts, beginning.output) : undefined;
  if (!beginning.success || changes === undefined) {
    return {
      kind: 'unknown',
      reason: l10n.t(
        'Its hyperparameters are not those of this version of GAN Lessons. Verify it with the version that wrote the report.',
      ),
    };
  }
  if (facts.collection !== undefined || isOwnData(beginning.output.data)) {
    return {
      kind: 'unknown',
      reason: l10n.t(
        'Its run trained on the learner’s own collection, which is not here. Ask for the collection and look at the run together.',
      ),
    };
  }
  return {
    kind: 'train',
    job: { id, title: goal.title, hyperparameters: beginning.output, changes, round: facts.round },
  };
}

/** The hyperparameters after each change; `undefined` where this version does not know one of them. */
function changesOf(facts: RunFacts, beginning: Hyperparameters): RerunJob['changes'] | undefined {
  const changes: RerunJob['changes'] = [];
  let current = beginning;
  for (const { position, changes: names } of facts.changes) {
    const changed = v.safeParse(HyperparametersSchema, { ...current, ...names });
    if (!changed.success) {
      return undefined;
    }
    current = changed.output;
    changes.push({ position, hyperparameters: current });
  }
  return changes;
}

/** The last round at which a goal can be reached, as far as the lesson bounds it. */
function lastRoundOf(lesson: Lesson, { goal }: Claim): number {
  const { at, by } = goal.time;
  return at ?? by ?? experimentFor(lesson, goal)?.rounds ?? MOST_ROUNDS;
}

/** Judges a claim by the run that was run again. */
export function judgeClaim(lesson: Lesson, claim: Claim, outcome: RerunOutcome): Verdict {
  if (outcome.kind === 'failed') {
    return { kind: 'unknown', reason: `${outcome.message} ${outcome.next}` };
  }
  const { goal, facts } = claim;
  const knobs = knobsOf(lesson, claim);
  if (goal.knobs !== undefined && knobs > goal.knobs) {
    return {
      kind: 'fails',
      reason: counted(
        knobs,
        l10n.t(
          'The run changes 1 knob; the goal allows {1}. | The run changes {0} knobs; the goal allows {1}.',
          knobs,
          goal.knobs,
        ),
      ),
    };
  }
  const sameBackend = outcome.backend === facts.backend;
  const tolerance = sameBackend ? SAME_BITS : OTHER_BACKEND;
  const otherwise = (reason: string): Verdict => {
    return sameBackend
      ? { kind: 'fails', reason }
      : {
          kind: 'unknown',
          reason: l10n.t(
            '{0} It was trained on {1} and run again on {2}, where numbers come out differently.',
            reason,
            facts.backend,
            outcome.backend,
          ),
        };
  };
  for (const { measure, value } of facts.measured) {
    const { rounds, values } = columnOf(outcome.series, measure);
    const again = values[rounds.findLastIndex((round) => round <= facts.round)] ?? Number.NaN;
    if (!(Math.abs(again - value) <= tolerance * Math.max(Math.abs(value), 1))) {
      return otherwise(otherNumber(measureName(measure), value, again));
    }
  }
  return judgeGoal(goal.conditions, goal.time, outcome.series, facts.round).kind === 'reached'
    ? { kind: 'holds' }
    : otherwise(l10n.t('The run does not reach the goal by round {0}.', facts.round));
}

/** That a number is another, with as many digits as it takes to see it. */
function otherNumber(measure: string, told: number, again: number): string {
  if (!Number.isFinite(again)) {
    return l10n.t('The report says {0} {1}; in the run there is no such number.', measure, valueText(told));
  }
  const short = [valueText(told), valueText(again)] as const;
  const [one, other] = short[0] === short[1] ? [String(told), String(again)] : short;
  return l10n.t('The report says {0} {1}; the run gives {2}.', measure, one, other);
}

/** In how many knobs the run of a claim was ever another than the experiment that its goal names. */
function knobsOf(lesson: Lesson, { goal, facts }: Claim): number {
  const told = hyperparametersOf(lesson, experimentFor(lesson, goal), facts.backend);
  const moments = [facts.hyperparameters, ...facts.changes.map(({ changes }) => changes)];
  const names = moments.flatMap((values) => {
    const whole = v.safeParse(HyperparametersSchema, { ...told, ...values, backend: told.backend });
    return whole.success ? differences(told, whole.output) : [];
  });
  return countKnobs([...new Set(names)]);
}
