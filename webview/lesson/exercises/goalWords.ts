import * as l10n from '@vscode/l10n';
import { holds, latestValue, type Experiment, type Goal } from '../../../src/shared/domain/lesson';
import { measureName } from '../../../src/shared/words/measureWords';
import { unreachable } from '../../../src/shared/result';
import type { RunFrame } from '../../../src/shared/wire/run';
import type { GoalStanding } from './standings';
import { conditionText, measureValue, settingNames } from './words';
import { counted } from '../../../src/shared/words/counted';

/**
 * How the run on the stage stands to a goal, in numbers.
 *
 * @param toStart the experiment of the goal, if the run on the stage was started as something else
 */
export function goalStandingText(
  goal: Goal,
  standing: GoalStanding,
  frame: RunFrame,
  toStart?: Experiment,
): string {
  const last = goal.time.at ?? goal.time.by;
  switch (standing.kind) {
    case 'open':
    case 'reached': {
      const now = goal.conditions.map(({ measure }) => {
        const value = frame.series ? latestValue(frame.series, measure) : Number.NaN;
        return l10n.t('{0} now {1}', measureName(measure), measureValue(measure, value));
      });
      const { round } = frame.position;
      const where = last === undefined ? l10n.t('Round {0}', round) : l10n.t('Round {0} of {1}', round, last);
      return now.reduce((line, text) => l10n.t('{0} · {1}', line, text), where);
    }
    case 'missed':
      return missedText(goal, standing);
    case 'unknown':
      return goal.time.at === undefined
        ? l10n.t(
            'Some rounds before round {0} are no longer kept, so this run cannot be judged. A new run can try again.',
            standing.round,
          )
        : l10n.t(
            'What was measured in round {0} is no longer kept. Go back to that round to judge this run.',
            standing.round,
          );
    case 'otherRun':
      return toStart
        ? l10n.t('It is reached in the run “{0}”; start that first.', toStart.title)
        : counted(
            standing.knobs,
            l10n.t(
              'This run does not count: 1 knob is changed ({1}), and the goal allows {2}. | This run does not count: {0} knobs are changed ({1}), and the goal allows {2}.',
              standing.knobs,
              settingNames(standing.changed),
              goal.knobs ?? 0,
            ),
          );
    default:
      return unreachable(standing);
  }
}

/** Why the run has missed the goal, in numbers. */
function missedText({ time }: Goal, { round, measured }: Extract<GoalStanding, { kind: 'missed' }>): string {
  const failed = measured
    .filter((each) => !holds(each))
    .map(({ condition, value }) => {
      const name = measureName(condition.measure);
      const was = measureValue(condition.measure, value);
      return l10n.t('{0} {1}, and the goal wants {2}', name, was, conditionText(condition));
    });
  const [first = '', ...others] = failed;
  const list = others.reduce((line, text) => l10n.t('{0}; {1}', line, text), first);
  if (list === '') {
    return l10n.t('Round {0} has passed without it. A new run can try again.', time.at ?? time.by ?? round);
  }
  return time.at === undefined
    ? l10n.t('Round {0} has passed. Nearest was round {1}: {2}.', time.by ?? round, round, list)
    : l10n.t('Round {0} has passed: {1}.', time.at, list);
}
