import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { RunFrame } from '../../../src/shared/run';
import { NextIcon, PreviousIcon } from '../../ui/icons';
import { Tile } from './Tile';
import { FILM_CELLS, filmCells } from './view/film';

export interface FilmStripProps {
  readonly frame: RunFrame | undefined;
  /** Which of the latent vectors that stay the same through the run. */
  readonly cell: number;
  readonly onShowCell: (cell: number) => void;
  /** A round was chosen. */
  readonly onGoTo: (round: number) => void;
}

/** What the forger made of one and the same latent vector, from the first round to the present one. */
export function FilmStrip({ frame, cell, onShowCell, onGoTo }: FilmStripProps): JSX.Element {
  const cells = filmCells(frame);
  const count = frame?.showcase.count ?? 0;
  const size = frame?.showcase.size;
  const turn = (by: number): void => onShowCell((cell + by + count) % count);
  return (
    <div
      class="film region"
      data-region="filmstrip"
      role="group"
      aria-label={l10n.t('The same noise, painted through the rounds')}
      {...(size !== undefined && { style: { '--pixels': size } })}
    >
      <ol id="filmstrip">
        {cells.map(({ round, pictures, now }, place) => (
          <li key={place} class={now ? 'now' : ''} {...(now && { 'aria-current': 'true' as const })}>
            {now ? (
              <Tile pictures={pictures} index={cell} label={l10n.t('Round {0}', round)} />
            ) : (
              <button
                type="button"
                class="film-frame"
                aria-label={l10n.t('Go to round {0}', round)}
                onClick={() => onGoTo(round)}
              >
                <Tile pictures={pictures} index={cell} />
              </button>
            )}
            <span aria-hidden="true">{now ? l10n.t('{0} now', round) : round}</span>
          </li>
        ))}
        {Array.from({ length: Math.max(0, FILM_CELLS - cells.length) }, (_, place) => (
          <li key={cells.length + place} class="hole" aria-hidden="true">
            <Tile pictures={undefined} index={0} />
          </li>
        ))}
      </ol>
      <div class="film-choice">
        <button
          type="button"
          disabled={count < 2}
          aria-label={l10n.t('Previous noise')}
          onClick={() => turn(-1)}
        >
          <PreviousIcon />
        </button>
        <span>{l10n.t('noise {0} of {1}', cell + 1, Math.max(1, count))}</span>
        <button type="button" disabled={count < 2} aria-label={l10n.t('Next noise')} onClick={() => turn(1)}>
          <NextIcon />
        </button>
      </div>
    </div>
  );
}
