import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import {
  HyperparameterChangesSchema,
  HyperparametersSchema,
  isOwnData,
  type HyperparameterChanges,
  type Hyperparameters,
} from '../shared/domain/hyperparameters';
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
import { failure, success, type Result } from '../shared/result';
import { valueText } from './runText';

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
      const facts = section.kind === 'goal' ? progress.goals[section.id] : undefined;
      return section.kind === 'goal' && facts !== undefined ? [{ goal: section, facts }] : [];
    }),
  );
}

/** The run of a claim. Fails when it cannot be run here. */
export function jobOf({ goal, facts }: Claim, id: string): Result<RerunJob> {
  const beginning = v.safeParse(HyperparametersSchema, { ...facts.hyperparameters, backend: facts.backend });
  const steps = v.safeParse(
    v.array(v.object({ changes: HyperparameterChangesSchema })),
    facts.changes.map(({ changes }) => ({ changes })),
  );
  if (!beginning.success || !steps.success) {
    return failure(
      l10n.t('Its hyperparameters are not those of this version of GAN Lessons.'),
      l10n.t('Verify it with the version that wrote the report.'),
    );
  }
  if (facts.collection !== undefined || isOwnData(beginning.output.data)) {
    return failure(
      l10n.t('Its run trained on a collection of the learner’s own, which is not here.'),
      l10n.t('Ask for the collection and look at the run together.'),
    );
  }
  let inForce = beginning.output;
  const changes = facts.changes.map(({ position }, index) => {
    inForce = changed(inForce, steps.output[index]?.changes ?? {});
    return { position, hyperparameters: inForce };
  });
  return success({ id, title: goal.title, hyperparameters: beginning.output, changes, round: facts.round });
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
      reason: l10n.t('The run changes {0} knobs; the goal allows {1}.', knobs, goal.knobs),
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

function changed(current: Hyperparameters, changes: HyperparameterChanges): Hyperparameters {
  return v.parse(HyperparametersSchema, { ...current, ...changes });
}
