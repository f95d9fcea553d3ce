import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Learned, Drawing } from '../../../../src/shared/wire/games';
import { Button } from '../../../ui/controls';
import { MaskBadge, SealBadge } from '../../../ui/icons';
import { percent } from '../../../ui/l10n';
import { Inspector } from '../../stage/characters/Inspector';
import type { Mood } from '../../stage/view/moods';
import type { GameController } from '../gameController';
import type { Lesson } from './forging';
import { ScoreLine } from './ScoreLine';
import { ScoreRuler } from './ScoreRuler';
import { score } from './words';

interface LessonOfHandInProps {
  readonly lesson: Exclude<Lesson, { kind: 'none' }>;
  readonly studio: Drawing;
  readonly mood: Mood;
  readonly games: GameController;
}

/** What the inspector learns from a hand-in, and what of it changes his opinion of the others. */
export function LessonOfHandIn({ lesson, ...rest }: LessonOfHandInProps): JSX.Element {
  return lesson.kind === 'learning' ? (
    <p class="game-wait">{l10n.t('He studies your work…')}</p>
  ) : (
    <Result learned={lesson.learned} {...rest} />
  );
}

interface ResultProps extends Omit<LessonOfHandInProps, 'lesson'> {
  readonly learned: Learned;
}

function Result({ learned, studio, mood, games }: ResultProps): JSX.Element {
  const { path, machine, originals, copies, batch } = learned;
  const [before, after] = [path[0] ?? 0, path.at(-1) ?? 0];
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector<HTMLElement>('.go-on')?.focus(), []);
  return (
    <div ref={root} class="score-panel learned">
      <div class="score-figure">
        <Inspector mood={mood} fooled={false} />
        <p class="bubble">
          {after < before ? l10n.t('Now I know your hand.') : l10n.t('Still hard to tell.')}
        </p>
      </div>
      <p class="big-score">
        <span>{score(before)}</span> <span aria-hidden="true">→</span> <b>{score(after)}</b>{' '}
        {l10n.t('after {0} updates', path.length - 1)}
      </p>
      <ScoreRuler at={after} before={before} machine={machine[1]} originals={originals[1]} />
      <ScoreLine
        title={l10n.t('Your score, update by update')}
        scores={path}
        steps={path.length - 1}
        label={l10n.t('From {0} to {1} real.', score(before), score(after))}
        isDrawn
      />
      <ul class="score-facts">
        <li>
          <MaskBadge size={14} />{' '}
          {l10n.t('machine forger {0}, before {1}', percent(machine[1]), percent(machine[0]))}
        </li>
        <li>
          <SealBadge size={14} />{' '}
          {l10n.t('originals {0}, before {1}', percent(originals[1]), percent(originals[0]))}
        </li>
      </ul>
      <p class="look-legend">
        {l10n.t(
          'In each update {0} of {1} forgeries were yours, among originals as ever. He learned on a copy: the inspector of round {2} in your run has not seen it.',
          copies,
          batch,
          studio.round,
        )}
      </p>
      <Button class="go-on" appearance="primary" onClick={games.goOn}>
        {l10n.t('Fool the one who has learned')}
      </Button>
      <Button class="forget" onClick={games.forget}>
        {l10n.t('Back to the inspector of the run')}
      </Button>
    </div>
  );
}
