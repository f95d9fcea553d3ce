import * as l10n from '@vscode/l10n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { holds, latestValue, type Goal, type LessonStep } from '../../../src/shared/lesson';
import { unreachable } from '../../../src/shared/result';
import { CheckGlyph } from '../../ui/controlIcons';
import { useLearning, useRun } from './context';
import { goalStanding, type GoalStanding, type ShownRun } from './standings';
import { measureName } from '../../../src/shared/measureWords';
import { conditionText, measureValue, settingNames } from './words';

interface GoalLiveProps {
  readonly goal: Goal;
  readonly step: LessonStep;
  /** Where it stands: in the text, or at the foot of the notes. A style sheet shows one of the two. */
  readonly place: 'text' | 'foot';
}

/** How the run on the stage stands to a goal: a tick or none, how far its rounds have come, and the numbers of now. */
export function GoalLive({ goal, step, place }: GoalLiveProps) {
  const { lesson, learning } = useLearning();
  const run = useRun();
  const isReached = Object.hasOwn(learning.progress.goals, goal.id);
  const standing = run && goalStanding(lesson, step, goal, run);
  const round = run?.frame.position.round ?? 0;
  const last = goal.time.at ?? goal.time.by;
  return (
    <div class={`goal-live in-${place} ${isReached ? 'reached' : ''}`}>
      {place === 'foot' && (
        <p class="goal-title">
          <i class="tick">{isReached && <CheckGlyph />}</i>
          <b>{l10n.t('Goal')}</b> <span>{goal.title}</span>
        </p>
      )}
      {last !== undefined && !isReached && <RoundBar round={round} last={last} title={goal.title} />}
      <p class="hint">
        {isReached ? l10n.t('Reached.') : run && standing && standingText(goal, standing, run, last)}
      </p>
    </div>
  );
}

function RoundBar({
  round,
  last,
  title,
}: {
  readonly round: number;
  readonly last: number;
  readonly title: string;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const share = last === 0 ? 1 : Math.min(1, round / last);
  useLayoutEffect(() => {
    bar.current?.style.setProperty('--share', `${100 * share}%`);
  }, [share]);
  return (
    <div
      ref={bar}
      class="round-bar"
      role="progressbar"
      aria-label={title}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={Math.min(round, last)}
      aria-valuetext={l10n.t('Round {0} of {1}', round, last)}
    />
  );
}

function standingText(
  goal: Goal,
  standing: GoalStanding,
  { frame }: ShownRun,
  last: number | undefined,
): string {
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
    case 'otherRun':
      return l10n.t(
        'This run does not count: {0} knobs are changed ({1}), and the goal allows {2}.',
        standing.knobs,
        settingNames(standing.changed),
        goal.knobs ?? 0,
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
