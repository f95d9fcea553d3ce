import { useEffect, useState } from 'preact/hooks';
import type { GameController } from './gameController';
import type { GameState } from './gameState';

/** The open game, drawn anew with each of its changes and of nothing else. */
export function useGame({ store }: GameController): GameState {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    setState(store.state);
    return store.subscribe(setState);
  }, [store]);
  return state;
}
