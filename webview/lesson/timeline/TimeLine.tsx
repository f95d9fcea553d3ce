import * as l10n from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';
import { shownRound } from '../../../src/shared/phases';
import type { RunFrame } from '../../../src/shared/run';
import type { Until } from '../../../src/shared/until';
import { Button, Select, Slider } from '../../ui/controls';
import { goalsOf } from './goals';
import { isLookingBack } from './timeTravel';
import './timeline.css';

export interface TimeLineActions {
  goTo(round: number): void;
  backToNow(): void;
  branch(): void;
}

interface TimeLineProps {
  readonly frame: RunFrame;
  /** There is a run to command. */
  readonly ready: boolean;
  readonly actions: TimeLineActions;
  readonly onPlayUntil: (until: Until) => void;
}

/** The option that stands for the question itself. */
const NOTHING_CHOSEN = '';

/** The rounds of the run: where it stands, and the way to any of them. */
export function TimeLine({ frame, ready, actions, onPlayUntil }: TimeLineProps) {
  const { history, position } = frame;
  // The thumb follows the hand at once, the picture when it is there.
  const [held, setHeld] = useState<number | undefined>(undefined);
  useEffect(() => setHeld(undefined), [frame]);
  if (history === undefined) {
    return null;
  }
  const { firstRound, latest } = history;
  const lookingBack = isLookingBack(frame);
  const round = held ?? position.round;
  const slide = (step: number): void => {
    const target = firstRound + step;
    setHeld(target);
    if (target >= latest.round) {
      actions.backToNow();
    } else {
      actions.goTo(target);
    }
  };
  const goals = goalsOf(frame);
  const choose = (id: string): void => {
    const goal = goals.find((candidate) => candidate.id === id);
    if (goal !== undefined) {
      onPlayUntil(goal.until);
    }
  };
  return (
    <div
      id="timeline"
      class={lookingBack ? 'looking-back' : ''}
      role="group"
      aria-label={l10n.t('Time line')}
    >
      <Slider
        label={l10n.t('Round')}
        position={round - firstRound}
        steps={Math.max(1, latest.round - firstRound)}
        valueText={l10n.t('Round {0} of {1}', round, latest.round)}
        onSlide={slide}
        onDone={() => undefined}
      />
      <span class="where" aria-hidden="true">
        {lookingBack
          ? l10n.t('Round {0} of {1} · looking back', round, latest.round)
          : l10n.t('Round {0}', shownRound(position))}
      </span>
      {lookingBack ? (
        <div class="ways">
          <Button appearance="primary" title={l10n.t('Back to now (End)')} onClick={actions.backToNow}>
            {l10n.t('Back to now')}
          </Button>
          <Button title={l10n.t('Branch here (B)')} onClick={actions.branch}>
            {l10n.t('Branch here')}
          </Button>
          <small>
            {l10n.t(
              'A branch, or a change of a hyperparameter now, gives up what came after round {0}.',
              position.round,
            )}
          </small>
        </div>
      ) : (
        ready && (
          <Select
            class="until"
            label={l10n.t('Run until')}
            value={NOTHING_CHOSEN}
            options={[
              { value: NOTHING_CHOSEN, label: l10n.t('choose…') },
              ...goals.map(({ id, label }) => ({ value: id, label })),
            ]}
            onSelect={choose}
          />
        )
      )}
    </div>
  );
}
