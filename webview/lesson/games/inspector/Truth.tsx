import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Dealt } from '../../../../src/shared/wire/games';
import { Button } from '../../../ui/controls';
import type { Mark } from '../../plane/view/picture';
import { Inspector } from '../../stage/characters/Inspector';
import type { Mood } from '../../stage/view/moods';
import type { GameController } from '../gameController';
import { GamePlane } from '../GamePlane';
import { placesOf } from '../places';
import { scoresByRound, type GameRecord } from '../records';
import { judgedCards, tallyOf, type Inspection, type JudgedCard } from './inspection';
import { JudgedRuler } from './JudgedRuler';
import { RoundsChart } from './RoundsChart';
import { describeMistakes, inspectorAnswers } from './words';

interface TruthProps {
  readonly inspection: Inspection;
  readonly dealt: Dealt;
  readonly record: GameRecord;
  readonly mood: Mood;
  readonly games: GameController;
}

/** What was real, what the person said and what the inspector said, on the same samples. */
export function Truth({ inspection, dealt, record, mood, games }: TruthProps): JSX.Element {
  const { samples } = dealt;
  const cards = judgedCards(inspection);
  const tally = tallyOf(inspection);
  const [looked, setLooked] = useState<number | undefined>(undefined);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector<HTMLElement>('.again')?.focus(), []);
  const { plane } = inspection.judged ?? {};
  return (
    <div ref={root} class="truth">
      <div class="outcome">
        {samples.kind === 'points' && (
          <GamePlane
            extent={samples.extent}
            marks={truthMarks(samples, cards)}
            field={plane && { cells: plane.cells, values: plane.field }}
            target={looked === undefined ? undefined : placesOf(samples.points)[looked]}
            label={l10n.t('The plane with his opinion of every place, and the truth about the points')}
          />
        )}
        <div class="game-figure">
          <p class="bubble">{inspectorAnswers(tally)}</p>
          <Inspector mood={mood} fooled={tally.yours > tally.his} />
        </div>
        <div class="outcome-text">
          <dl class="game-scores">
            <Score
              name={l10n.t('You')}
              right={tally.yours}
              total={tally.total}
              best={tally.yours >= tally.his}
            />
            <Score
              name={l10n.t('Inspector')}
              right={tally.his}
              total={tally.total}
              best={tally.his >= tally.yours}
            />
            {tally.best !== undefined && (
              <Score
                name={l10n.t('Best possible rule')}
                right={tally.best}
                total={tally.total}
                best={false}
              />
            )}
          </dl>
          <p>{describeMistakes(tally)}</p>
          {tally.best !== undefined && (
            <p class="game-keys">
              {l10n.t(
                'The best rule asks which crowd is denser at the place, p > q. Where the crowds overlap, nobody can be right about all.',
              )}
            </p>
          )}
        </div>
        <RoundsChart scores={scoresByRound(record)} />
      </div>
      <JudgedRuler
        cards={cards}
        pictures={samples.kind === 'pictures' ? samples.pictures : undefined}
        onLook={setLooked}
      />
      <div class="game-next">
        <Button class="again" appearance="primary" onClick={games.dealAgain}>
          {l10n.t('Deal again')}
        </Button>
        <Button onClick={games.close}>{l10n.t('Back to the run')}</Button>
      </div>
    </div>
  );
}

interface ScoreProps {
  readonly name: string;
  readonly right: number;
  readonly total: number;
  /** Nobody did better. */
  readonly best: boolean;
}

function Score({ name, right, total, best }: ScoreProps): JSX.Element {
  return (
    <div class={best ? 'leads' : ''}>
      <dt>{name}</dt>
      <dd>
        <b>{right}</b> {l10n.t('of {0} right', total)}
      </dd>
    </div>
  );
}

function truthMarks(
  samples: Extract<Dealt['samples'], { kind: 'points' }>,
  cards: readonly JudgedCard[],
): Mark[] {
  return placesOf(samples.points).map((place, card): Mark => ({
    ...place,
    kind: cards[card]?.truth ?? 'unknown',
    isNew: false,
  }));
}
