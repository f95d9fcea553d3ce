import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Drawing } from '../../../../src/shared/wire/games';
import { Button } from '../../../ui/controls';
import { Arrow, MaskBadge, SealBadge } from '../../../ui/icons';
import { percent } from '../../../ui/l10n';
import { LayerGlyph } from '../../plane/LayerBar';
import { Inspector } from '../../stage/characters/Inspector';
import type { Mood } from '../../stage/view/moods';
import type { GameController } from '../gameController';
import { EyeGlyph } from '../glyphs';
import { scoresOf } from './drafts';
import { describeEvidence, evidenceMarks } from './evidence';
import { currentScore, scoreOf, type Forging } from './forging';
import { ScoreLine } from './ScoreLine';
import { ScoreRuler } from './ScoreRuler';
import { changeOf, score, signed } from './words';
import { Tile } from '../../stage/Tile';
import { hintSize } from '../../stage/view/hintWords';
import { counted } from '../../../../src/shared/words/counted';

interface ScorePanelProps {
  readonly forging: Forging;
  readonly studio: Drawing;
  readonly mood: Mood;
  readonly games: GameController;
}

/** Strokes that fill the width of their line. */
const STROKES = 11;
/** From here on he takes it for real. */
const FOOLED = 0.5;

/** What the inspector says of the forgery, stroke by stroke. */
export function ScorePanel({ forging, studio, mood, games }: ScorePanelProps): JSX.Element {
  const { scored, easel, looks, hints, learnedFrom, best } = forging;
  // The last answer stays until the next: it comes within a moment.
  const now = scored && scoreOf(scored);
  const scores = easel === undefined ? [] : scoresOf<unknown>(easel.drafts);
  const change = changeOf(forging);
  const fooled = now !== undefined && now > FOOLED;
  return (
    <div class="score-panel">
      <div class="score-figure">
        <Inspector mood={mood} fooled={fooled} />
        <p class="bubble">{inspectorSays(now, change)}</p>
      </div>
      <p class={`big-score ${fooled ? 'fooled' : ''}`}>
        <b>{now === undefined ? '–' : score(now)}</b>{' '}
        {easel?.kind === 'points' ? l10n.t('real on average, he says') : l10n.t('real, he says')}
      </p>
      <ScoreRuler
        at={now}
        before={scores.at(-2)}
        machine={studio.machineMean}
        originals={studio.originalsMean}
      />
      {/* Above all that comes and goes, so that it stays below the pointer. */}
      <Button class="hand-in" appearance="primary" onClick={games.handIn}>
        {l10n.t('Hand it in')}
      </Button>
      {easel?.kind === 'picture' && (
        <label class="hint-switch">
          <input type="checkbox" checked={hints} onChange={games.toggleHint} />
          <Arrow length={18} /> {l10n.t('Show his hint')}
        </label>
      )}
      {easel?.kind === 'picture' && hints && <HintOfForgery forging={forging} onFollow={games.followHint} />}
      <label class="look-switch">
        <input type="checkbox" checked={looks} onChange={games.toggleLook} />
        <EyeGlyph /> {l10n.t('Show where he looks')}
      </label>
      {looks && <LookLegend forging={forging} />}
      <ul class="score-facts">
        {change !== undefined && (
          <li>
            <Arrow length={18} /> <b>{signed(change)}</b>{' '}
            {easel?.kind === 'points' ? l10n.t('since your last move') : l10n.t('since your last stroke')}
          </li>
        )}
        {easel?.kind === 'points' && scored !== undefined && (
          <li>{fooledCount(scored.probabilities.filter((p) => p > FOOLED).length)}</li>
        )}
        <li>
          <MaskBadge size={14} /> {l10n.t('machine forger {0} on average', percent(studio.machineMean))}
        </li>
        <li>
          <SealBadge size={14} /> {l10n.t('originals {0}', percent(studio.originalsMean))}
        </li>
        <li>
          {learnedFrom > 0
            ? l10n.t('He has learned from {0} of your hand-ins.', learnedFrom)
            : best !== undefined
              ? l10n.t('Your best against him: {0}', score(best))
              : counted(
                  studio.round,
                  l10n.t('The inspector after 1 round | The inspector after {0} rounds', studio.round),
                )}
        </li>
      </ul>
      {scores.length > 1 && (
        <ScoreLine
          title={easel?.kind === 'points' ? l10n.t('Your moves') : l10n.t('Your strokes')}
          scores={scores}
          steps={STROKES}
          label={l10n.t('From {0} to {1} real.', score(scores[0] ?? 0), score(scores.at(-1) ?? 0))}
        />
      )}
      {learnedFrom > 0 && (
        <Button class="forget" onClick={games.forget}>
          {l10n.t('Back to the inspector of the run')}
        </Button>
      )}
    </div>
  );
}

/** A stroke that changes the score by so much is worth a word. */
const TELLING = 0.015;
/** From here on he has no doubt. */
const CERTAIN = 0.75;

function inspectorSays(now = 0, change = 0): string {
  if (change < -TELLING) {
    return l10n.t('That gave you away.');
  }
  if (now > FOOLED) {
    return now >= CERTAIN ? l10n.t('This must be real!') : l10n.t('It could be real…');
  }
  return change > TELLING ? l10n.t('Hm, not bad.') : l10n.t('Hm. Show me.');
}

function fooledCount(count: number): string {
  return l10n.t('{0} of your points fool him', count);
}

function LookLegend({ forging }: { readonly forging: Forging }): JSX.Element {
  const { easel } = forging;
  const look = currentScore(forging)?.look;
  if (easel?.kind === 'points') {
    return (
      <p class="look-legend">
        {l10n.t('Green ground: he takes what lies there for real. Purple: for fake.')}
      </p>
    );
  }
  return (
    <div class="look-legend">
      <p>
        <LayerGlyph layer="real" /> {l10n.t('this part convinces him')}
      </p>
      <p>
        <LayerGlyph layer="generated" /> {l10n.t('this part gives you away')}
      </p>
      <p>
        {l10n.t('Measured by covering one part after the other and asking him again.')}{' '}
        {look?.kind === 'picture' &&
          easel !== undefined &&
          describeEvidence(evidenceMarks(look, easel.size), easel.size)}
      </p>
    </div>
  );
}

interface HintOfForgeryProps {
  readonly forging: Forging;
  readonly onFollow: () => void;
}

/** How the painting would score better: the gradient, the painting one step along it, and a button that takes the step. */
function HintOfForgery({ forging, onFollow }: HintOfForgeryProps): JSX.Element {
  // The last hint stays until the next: it comes within a moment.
  const hint = forging.scored?.hint;
  const [size] = hint?.shown.norms ?? [];
  return (
    <div class="forgery-hint">
      <figure>
        <Tile pictures={hint?.shown.pictures} index={0} label={l10n.t('The hint for your painting')} />
        <figcaption>{size === undefined ? l10n.t('hint') : hintSize(size)}</figcaption>
      </figure>
      <figure>
        <Tile pictures={hint?.followed} index={0} label={l10n.t('Your painting, one step along the hint')} />
        <figcaption>{l10n.t('yours + hint')}</figcaption>
      </figure>
      <div>
        <p>{l10n.t('For each pixel, the change that raises his score.')}</p>
        <Button class="follow-hint" disabled={currentScore(forging)?.hint === undefined} onClick={onFollow}>
          {l10n.t('Paint along the hint')}
        </Button>
      </div>
    </div>
  );
}
