import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { experimentFor, isMilestone, type Passage } from '../../../src/shared/domain/lesson';
import { shownRound } from '../../../src/shared/domain/phases';
import { Button } from '../../ui/controls';
import { useLearning, useRun } from '../exercises/context';
import { changedFrom } from '../exercises/standings';
import { passageNumber } from '../state';
import { LessonText } from './LessonText';

interface PassageItemProps {
  readonly passage: Passage;
  readonly marked: boolean;
  readonly onChoose: (id: string) => void;
}

/** A piece of the notes; choosing its heading lights the parts of the stage that it speaks of. */
export function PassageItem({ passage, marked, onChoose }: PassageItemProps): JSX.Element {
  const number = passageNumber(passage);
  const text = <LessonText html={passage.html} />;
  return (
    <li class={marked ? 'passage marked' : 'passage'} data-passage={passage.id}>
      <h3>
        <button
          type="button"
          aria-current={marked ? 'true' : undefined}
          data-tip={l10n.t('Show it on the stage')}
          onClick={() => onChoose(passage.id)}
        >
          <i class={number === undefined ? 'dot' : 'number'}>{number}</i>
          <span>{passage.title}</span>
        </button>
      </h3>
      {isMilestone(passage.condition) ? (
        <Later passage={passage} round={passage.condition.fromRound ?? 0} marked={marked}>
          {text}
        </Later>
      ) : (
        text
      )}
    </li>
  );
}

interface LaterProps {
  readonly passage: Passage;
  readonly round: number;
  readonly marked: boolean;
  readonly children: JSX.Element;
}

/** What a passage says of a later round, once a run has come so far or somebody asks for it: it would give predictions away. */
function Later({ passage, round, marked, children }: LaterProps): JSX.Element {
  const { lesson, actions } = useLearning();
  const run = useRun();
  const experiment = experimentFor(lesson, passage);
  const isItsRun = run !== undefined && changedFrom(lesson, experiment, run).length === 0;
  const latest = run && shownRound(run.frame.history?.latest ?? run.frame.position);
  const isReached = isItsRun && latest !== undefined && latest >= round;
  // What was read once is not taken away when a run starts again.
  const [wasShown, setWasShown] = useState(false);
  const isShown = isReached || marked || wasShown;
  useEffect(() => setWasShown(isShown), [isShown]);
  if (isShown) {
    return children;
  }
  return (
    <div class="waits">
      <p class="hint">
        {experiment === undefined
          ? l10n.t('Appears at round {0}.', round)
          : l10n.t('Appears at round {0} of “{1}”.', round, experiment.title)}
      </p>
      {isItsRun && (
        <Button onClick={() => actions.playUntil({ kind: 'round', round })}>
          {l10n.t('Play to round {0}', round)}
        </Button>
      )}
    </div>
  );
}
