import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { Announcer } from '../../ui/announcer';
import { CheckGlyph, PauseGlyph, PlayGlyph, RoundGlyph, WarningGlyph } from '../../ui/controlIcons';
import { Button } from '../../ui/controls';
import { useSteady } from '../evidence/steady';
import { ComparedRun } from './ComparedRun';
import type { Comparison } from './comparison';
import { type ComparisonState, SIDES, commonRound, isReady } from './comparisonState';
import { DifferenceForm } from './DifferenceForm';
import type { Difference } from './difference';
import { UntilRound } from './UntilRound';
import { bothInWords, whatDiffers } from './words';
import type { RunFrame } from '../../../src/shared/wire/run';
import { Chart } from '../evidence/charts/Chart';
import { withData } from '../evidence/charts/data';
import { overlaidCharts, overlaidData } from './overlay';

export interface ComparisonDialogProps {
  readonly comparison: Comparison;
  /** Of the lesson's run, which is run A from its beginning. */
  readonly running: Hyperparameters;
  readonly suggestion: Difference;
  readonly onCompare: (difference: Difference, b: Hyperparameters) => void;
  /** One of them becomes the run of the lesson. */
  readonly onTake: (run: SavedRun) => void;
  readonly onClose: () => void;
}

/** Two runs side by side: the same but for one thing, and played in step. */
export function ComparisonDialog(props: ComparisonDialogProps): JSX.Element {
  const { comparison, running, suggestion, onCompare, onTake, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const state = useComparison(comparison);
  return (
    <dialog ref={dialog} class="comparison" aria-labelledby="comparison-title" onClose={onClose}>
      <header>
        <h2 id="comparison-title">{l10n.t('Two runs, one difference')}</h2>
        <Button class="close-comparison" onClick={onClose}>
          {l10n.t('Back to the lesson')}
        </Button>
      </header>
      <DifferenceForm
        running={running}
        suggestion={suggestion}
        again={state !== undefined}
        onCompare={onCompare}
      />
      {state === undefined ? (
        <p class="comparison-lead">
          {l10n.t(
            'Two runs from round 0, with the same seed and everything equal but what you choose here. They are played in step. The run of the lesson waits meanwhile.',
          )}
        </p>
      ) : (
        <Compared state={state} comparison={comparison} onTake={onTake} />
      )}
    </dialog>
  );
}

interface ComparedProps {
  readonly state: ComparisonState;
  readonly comparison: Comparison;
  readonly onTake: (run: SavedRun) => void;
}

function Compared({ state, comparison, onTake }: ComparedProps): JSX.Element {
  const { sides, difference, playing, problem } = state;
  // Charts cost more than pictures, and nobody reads them as fast.
  const charted = useSteady(sides, true);
  return (
    <>
      <p class="comparison-same">
        <CheckGlyph />
        <span>
          {whatDiffers(state)}{' '}
          {l10n.t(
            'One pair is one throw of the dice: compare again with another seed before you believe it.',
          )}
        </span>
      </p>
      <Controls state={state} comparison={comparison} />
      {problem !== undefined && (
        <p class="comparison-problem" role="alert">
          <WarningGlyph />
          <span>
            {problem.message} {problem.next}
          </span>
        </p>
      )}
      <div class="compared-runs">
        {SIDES.map((name) => {
          const side = sides[name];
          const { checkpoint, frame } = side;
          const stands = !playing && checkpoint?.position.round === frame?.position.round;
          return (
            <ComparedRun
              key={name}
              name={name}
              side={side}
              difference={difference}
              canBeTaken={stands && checkpoint !== undefined}
              onTake={() => checkpoint !== undefined && onTake(checkpoint)}
            />
          );
        })}
      </div>
      <OverlaidCharts a={charted.a.frame} b={charted.b.frame} />
      <Spoken state={state} />
    </>
  );
}

function Controls({ state, comparison }: Omit<ComparedProps, 'onTake'>): JSX.Element {
  const { playing, target } = state;
  const ready = isReady(state);
  const round = commonRound(state);
  return (
    <div class="comparison-controls" role="group" aria-label={l10n.t('Playback')}>
      <Button
        class="play-both"
        appearance="primary"
        disabled={!ready}
        onClick={playing ? comparison.pause : () => comparison.playTo()}
      >
        {playing ? <PauseGlyph slot="start" /> : <PlayGlyph slot="start" />}
        {playing ? l10n.t('Pause') : l10n.t('Play')}
      </Button>
      <Button class="step-both" disabled={!ready || playing} onClick={comparison.step}>
        <RoundGlyph slot="start" />
        {l10n.t('Round')}
      </Button>
      <UntilRound round={target ?? round} ready={ready} onPlayTo={comparison.playTo} />
      {playing && target !== undefined && (
        <progress aria-label={l10n.t('Round {0} of {1}', round, target)} value={round} max={target} />
      )}
      <b class="common-round">
        {target === undefined ? l10n.t('Round {0}', round) : l10n.t('Round {0} of {1}', round, target)}
      </b>
    </div>
  );
}

/** Both runs in words, for screen readers: now and then while they play, at once when they stand. */
function Spoken({ state }: { readonly state: ComparisonState }): JSX.Element {
  const [text, setText] = useState('');
  const announcer = useRef<Announcer | undefined>(undefined);
  announcer.current ??= new Announcer(setText, () => performance.now());
  const words = bothInWords(state);
  useEffect(() => {
    if (state.playing) {
      announcer.current?.offer(words);
    } else {
      announcer.current?.tell(words);
    }
  }, [words, state.playing]);
  return (
    <p class="visually-hidden" role="status">
      {text}
    </p>
  );
}

/** The state of a comparison, drawn anew with each change; frames come no faster than the screen shows them. */
function useComparison(comparison: Comparison): ComparisonState | undefined {
  const [state, setState] = useState(comparison.store.state);
  useEffect(() => comparison.store.subscribe((next) => setState(next)), [comparison]);
  return state;
}

interface OverlaidChartsProps {
  readonly a: RunFrame | undefined;
  readonly b: RunFrame | undefined;
}

/** What was measured of both runs, over each other. A comparison keeps to the present: nothing leads back from here. */
function OverlaidCharts({ a, b }: OverlaidChartsProps): JSX.Element {
  const [probe, setProbe] = useState<number | undefined>(undefined);
  const modes = a?.quality?.modes ?? a?.initialQuality?.modes;
  const specs = useMemo(() => overlaidCharts(modes), [modes]);
  const charts = useMemo(
    () => withData(specs, (spec) => overlaidData(spec, [a?.series, b?.series])),
    [specs, a?.series, b?.series],
  );
  const latest = Math.max(a?.position.round ?? 0, b?.position.round ?? 0);
  return (
    <div class="charts">
      {charts.map(({ spec, data }) => (
        <Chart
          key={spec.id}
          spec={spec}
          data={data}
          latest={latest}
          shown={undefined}
          pins={NOTHING}
          goals={NOTHING}
          probe={probe}
          onProbe={setProbe}
        />
      ))}
    </div>
  );
}

const NOTHING: readonly never[] = [];
