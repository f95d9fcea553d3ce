import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, Slider } from '../../ui/controls';
import { measure, percent } from '../../ui/l10n';
import { useRun } from '../exercises/context';
import { DenoiserTraining, TRAINING_STEPS } from './diffusion/denoiserTraining';
import { kindsCovered, MUSEUM, shareOnIslands } from './diffusion/islands';
import { NOISE_LEVELS, PASSES_PER_SAMPLE, SAMPLING_STEPS } from './diffusion/sampling';

const SEED = 1;
/** So long the denoiser may work between two frames of the screen. */
const SLICE_MS = 8;

/** The museum of islands by diffusion: a denoiser that trains in the page, and its samples step by step. */
export function DenoisingFigure(): JSX.Element {
  const [run] = useState(() => new DenoiserTraining(SEED));
  const [isTraining, setTraining] = useState(false);
  const [trained, setTrained] = useState(0);
  const [step, setStep] = useState(SAMPLING_STEPS);
  useEffect(() => {
    if (!isTraining) {
      return undefined;
    }
    const slice = (): void => {
      const end = performance.now() + SLICE_MS;
      do {
        run.work();
      } while (!run.isDone && performance.now() < end);
      setTrained(run.trainingSteps);
      if (run.isDone) {
        setTraining(false);
      } else {
        frame = requestAnimationFrame(slice);
      }
    };
    let frame = requestAnimationFrame(slice);
    return () => cancelAnimationFrame(frame);
  }, [isTraining]);
  const { way } = run;
  const points = way?.points[step];
  const stepText = l10n.t(
    'step {0} of {1}, noise {2}',
    step,
    SAMPLING_STEPS,
    measure(NOISE_LEVELS[step] ?? 0),
  );
  return (
    <>
      <div class="figure-controls">
        <Button disabled={run.isDone} onClick={() => setTraining(!isTraining)}>
          {isTraining ? l10n.t('Pause') : l10n.t('Train the denoiser')}
        </Button>
        <span>{l10n.t('{0} of {1} training steps', trained, TRAINING_STEPS)}</span>
      </div>
      {way !== undefined && (
        <div class="figure-controls">
          <Slider
            label={l10n.t('From noise to samples')}
            position={step}
            steps={SAMPLING_STEPS}
            valueText={stepText}
            onSlide={setStep}
            onDone={() => undefined}
          />
          <span>{stepText}</span>
        </div>
      )}
      <div class="figure-beside">
        <figure>
          <figcaption>{l10n.t('Denoiser')}</figcaption>
          <Points points={points} label={l10n.t('Points of the denoiser')} />
          {points !== undefined && way !== undefined && (
            <Gauges
              made={l10n.t('after {0} training steps', way.trainingSteps)}
              kinds={kindsCovered(points)}
              onIsland={shareOnIslands(points)}
              passes={PASSES_PER_SAMPLE}
            />
          )}
        </figure>
        <OnStage />
      </div>
    </>
  );
}

/** The points of the run on the stage, if it is on the same museum. */
function OnStage(): JSX.Element {
  const shown = useRun();
  const forged = shown?.running.data === MUSEUM ? shown.frame.plane?.generated.points : undefined;
  return (
    <figure>
      <figcaption>{l10n.t('Forger on the stage')}</figcaption>
      {shown === undefined || forged === undefined || forged.length === 0 ? (
        <p class="hint">
          {l10n.t('Start the run of this lesson with 25 islands, and her points appear here.')}
        </p>
      ) : (
        <>
          <Points points={forged} label={l10n.t('Points of the forger')} />
          <Gauges
            made={l10n.t('at round {0}', shown.frame.position.round)}
            kinds={shown.frame.quality?.effectiveModes}
            onIsland={shareOnIslands(forged)}
            passes={1}
          />
        </>
      )}
    </figure>
  );
}

/** Half the side of the plane that is drawn. */
const EXTENT = 1.5;
const SIDE = 120;

function Points({
  points,
  label,
}: {
  readonly points: ArrayLike<number> | undefined;
  readonly label: string;
}): JSX.Element {
  const place = (value: number): string => ((value / EXTENT) * (SIDE / 2)).toFixed(1);
  const dots = Array.from(
    { length: (points?.length ?? 0) / 2 },
    (_, i) => `M${place(points?.[2 * i] ?? 0)} ${place(-(points?.[2 * i + 1] ?? 0))}h0`,
  );
  return (
    <svg
      class="figure-picture"
      viewBox={`${-SIDE / 2} ${-SIDE / 2} ${SIDE} ${SIDE}`}
      role="img"
      aria-label={label}
    >
      <path class="figure-dots" d={dots.join('')} />
    </svg>
  );
}

interface GaugesProps {
  /** When the points were made. */
  readonly made: string;
  /** Effective number of islands, of as many points on both sides; absent before it was measured. */
  readonly kinds: number | undefined;
  readonly onIsland: number;
  /** Through the network, for one sample. */
  readonly passes: number;
}

function Gauges({ made, kinds, onIsland, passes }: GaugesProps): JSX.Element {
  return (
    <>
      <p class="hint">{made}</p>
      <dl class="figure-values">
        <dt>{l10n.t('Kinds of 25')}</dt>
        <dd>{kinds === undefined ? '–' : kinds.toFixed(1)}</dd>
        <dt>{l10n.t('On an island')}</dt>
        <dd>{percent(onIsland)}</dd>
        <dt>{l10n.t('Passes for a sample')}</dt>
        <dd>{passes}</dd>
      </dl>
    </>
  );
}
