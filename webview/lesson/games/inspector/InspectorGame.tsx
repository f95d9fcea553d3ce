import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { GameController } from '../gameController';
import type { OpenGame } from '../gameState';
import { StampTable } from './StampTable';
import { Truth } from './Truth';

interface InspectorGameProps {
  readonly game: OpenGame;
  readonly games: GameController;
}

/** A person judges what the inspector judges: first without the truth, then beside him. */
export function InspectorGame({ game, games }: InspectorGameProps): JSX.Element {
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
