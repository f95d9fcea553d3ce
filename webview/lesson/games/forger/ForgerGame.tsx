import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { NoPeekingIcon } from '../../../ui/icons';
import type { GameController } from '../gameController';
import type { OpenGame } from '../gameState';
import { LessonOfHandIn } from './LessonOfHandIn';
import { PaintEasel } from './PaintEasel';
import { PointEasel } from './PointEasel';
import { ScorePanel } from './ScorePanel';

interface ForgerGameProps {
  readonly game: OpenGame;
  readonly games: GameController;
}

/** A person forges in place of the machine, and the inspector of the shown moment scores every stroke. */
export function ForgerGame({ game, games }: ForgerGameProps): JSX.Element {
  const { forging, mood } = game;
  const { easel, studio } = forging;
  if (easel === undefined || studio === undefined) {
    return <p class="game-wait">{l10n.t('The studio is prepared…')}</p>;
  }
  const points = easel.kind === 'points';
  return (
    <>
      <p class="game-intro">
        {points
          ? l10n.t(
              'Put your eight points where he takes them for real. You never see a real point, only his scores and the way that raises them: just what the machine forger gets.',
            )
          : l10n.t(
              'Paint a picture that he takes for real, in colours that are typical of the museum. You never see an original, only his score. Neither does the machine forger, but she is told for every pixel which way raises it.',
            )}
      </p>
      <div class={`forger-room ${points ? 'with-points' : ''}`}>
        <div class="game-curtain" aria-hidden="true">
          <span>
            <NoPeekingIcon /> {l10n.t('No peeking')}
          </span>
        </div>
        {points ? (
          <PointEasel placing={easel} forging={forging} games={games} />
        ) : (
          <PaintEasel painting={easel} forging={forging} games={games} />
        )}
        <div class="score-side">
          {forging.lesson.kind === 'none' ? (
            <ScorePanel forging={forging} studio={studio} mood={mood} games={games} />
          ) : (
            <LessonOfHandIn lesson={forging.lesson} studio={studio} mood={mood} games={games} />
          )}
        </div>
      </div>
    </>
  );
}
