import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { GameName } from '../../../src/shared/wire/games';
import { unreachable } from '../../../src/shared/result';
import { Button } from '../../ui/controls';
import { ForgerGame } from './forger/ForgerGame';
import type { GameController } from './gameController';
import type { OpenGame } from './gameState';
import { CloseGlyph } from './glyphs';
import { StampTable } from './inspector/StampTable';
import { Truth } from './inspector/Truth';

interface GameDialogProps {
  readonly game: OpenGame;
  readonly games: GameController;
}

/** A game in a dialog that fills the panel and that the browser makes modal. */
export function GameDialog({ game, games }: GameDialogProps): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  // Before the game inside puts the focus where it begins: an opening dialog takes it to its first button.
  useLayoutEffect(() => ref.current?.showModal(), []);
  const { name, problem } = game;
  return (
    <dialog
      ref={ref}
      class={`game ${name}-game`}
      aria-labelledby="game-title"
      aria-describedby="game-pause"
      onClose={games.close}
    >
      <div class="game-room">
        <header class="game-head">
          <div>
            <p class="game-kicker">{l10n.t('Game')}</p>
            <h2 id="game-title">{titleOf(name)}</h2>
          </div>
          <p id="game-pause">{pauseOf(game)}</p>
          <Button
            class="game-close"
            appearance="icon"
            label={l10n.t('Back to the run')}
            tip={l10n.t('Back to the run (Esc)')}
            onClick={() => ref.current?.close()}
          >
            <CloseGlyph />
          </Button>
        </header>
        {problem === undefined ? (
          <Content game={game} games={games} />
        ) : (
          <div class="game-problem" role="alert">
            <p>{problem.message}</p>
            <p>{problem.next}</p>
          </div>
        )}
        <p class="visually-hidden" role="status">
          {game.said}
        </p>
      </div>
    </dialog>
  );
}

function Content({ game, games }: GameDialogProps): JSX.Element {
  switch (game.name) {
    case 'discriminator':
      return <InspectorGame game={game} games={games} />;
    case 'generator':
      return <ForgerGame game={game} games={games} />;
    default:
      return unreachable(game.name);
  }
}

function titleOf(name: GameName): string {
  switch (name) {
    case 'discriminator':
      return l10n.t('You are the inspector');
    case 'generator':
      return l10n.t('You are the forger');
    default:
      return unreachable(name);
  }
}

function pauseOf({ held, round }: OpenGame): string {
  return held
    ? l10n.t('Training is paused at round {0} and resumes when you leave.', round)
    : l10n.t('Your run is paused at round {0}; the game won’t affect it.', round);
}

interface InspectorGameProps {
  readonly game: OpenGame;
  readonly games: GameController;
}

/** A person judges what the inspector judges: first without the truth, then beside him. */
function InspectorGame({ game, games }: InspectorGameProps): JSX.Element {
  const { inspection, record, mood } = game;
  const { dealt, judged } = inspection;
  if (dealt === undefined) {
    return <p class="game-wait">{l10n.t('The pile is shuffled…')}</p>;
  }
  return judged === undefined ? (
    <StampTable inspection={inspection} dealt={dealt} mood={mood} games={games} />
  ) : (
    <Truth inspection={inspection} dealt={dealt} record={record} mood={mood} games={games} />
  );
}
