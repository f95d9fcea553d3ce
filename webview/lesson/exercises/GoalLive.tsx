import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { experimentFor, type Goal } from '../../../src/shared/domain/lesson';
import { CheckGlyph } from '../../ui/controlIcons';
import { useLearning, useRun } from './context';
import { goalStandingText } from './goalWords';
import { goalStanding } from './standings';

interface GoalLiveProps {
  readonly goal: Goal;
  /** Where it stands: in the text, or at the foot of the notes. A style sheet shows one of the two. */
  readonly place: 'text' | 'foot';
}

/** How the run on the stage stands to a goal: a tick or none, how far its rounds have come, and the numbers of now. */
export function GoalLive({ goal, place }: GoalLiveProps): JSX.Element {
  const { lesson, learning } = useLearning();
  const run = useRun();
  const isReached = Object.hasOwn(learning.progress.goals, goal.id);
  const standing = run && goalStanding(lesson, goal, run);
  const meant = experimentFor(lesson, goal);
  const toStart = meant?.id === learning.experiment ? undefined : meant;
  const round = run?.frame.position.round ?? 0;
  const last = goal.time.at ?? goal.time.by;
  return (
    <div class={`goal-live in-${place} ${isReached ? 'reached' : ''}`}>
      {place === 'foot' && (
        <p class="goal-title">
          <i class="goal-tick" {...(isReached && { role: 'img', 'aria-label': l10n.t('reached') })}>
            {isReached && <CheckGlyph />}
          </i>
          <b>{l10n.t('Goal')}</b> <span>{goal.title}</span>
        </p>
      )}
      {!isReached && (
        <>
          {last !== undefined && <RoundBar round={round} last={last} title={goal.title} />}
          <p class="hint">{run && standing && goalStandingText(goal, standing, run.frame, toStart)}</p>
        </>
      )}
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
}): JSX.Element {
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
