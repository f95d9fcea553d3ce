import * as l10n from '@vscode/l10n';
import { measureName } from '../../../src/shared/words/measureWords';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { DEFAULT_LAYERS, type Plane } from '../../../src/shared/wire/plane';
import type { HyperparameterName, Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { firstJudgedRound } from '../../../src/shared/domain/judgement';
import type { RunFrame } from '../../../src/shared/wire/run';
import { valueLabel } from '../../../src/shared/words/choiceLabels';
import { Button } from '../../ui/controls';
import { measure, percent } from '../../ui/l10n';
import { MaskBadge, SealBadge } from '../../ui/icons';
import { listed } from '../../ui/listed';
import { settingName } from '../../../src/shared/words/settingName';
import { illnessName } from '../diagnosis/words';
import { PlaneView } from '../plane/PlaneView';
import { pictureOf } from '../plane/view/picture';
import { Tile } from '../stage/Tile';
import { trackCells } from '../timeline/track';
import type { Side, SideName } from './comparisonState';
import { sideName } from './words';

interface ComparedRunProps {
  readonly name: SideName;
  readonly side: Side;
  readonly difference: HyperparameterName;
  /** It stands still at a round with which it can be gone on. */
  readonly canBeTaken: boolean;
  readonly onTake: () => void;
}

/** One of the two runs: what it paints, how it came there, and how well. */
export function ComparedRun({ name, side, difference, canBeTaken, onTake }: ComparedRunProps): JSX.Element {
  const { frame, hyperparameters } = side;
  const letter = sideName(name);
  const value = valueLabel(hyperparameters[difference]);
  return (
    <section class="compared" data-side={name} aria-labelledby={`compared-${name}`}>
      <h3 id={`compared-${name}`}>
        <b class="side-letter">{letter}</b> {l10n.t('{0}: {1}', settingName(difference), value)}
      </h3>
      {frame === undefined ? (
        <p class="compared-waiting">{l10n.t('Preparing the studio…')}</p>
      ) : (
        <>
          <p class="compared-round">{l10n.t('Round {0}', frame.position.round)}</p>
          {frame.plane === undefined ? (
            <Painted frame={frame} letter={letter} />
          ) : (
            <OnPlane frame={frame} plane={frame.plane} />
          )}
          <Figures frame={frame} data={hyperparameters.data} />
        </>
      )}
      <Button class="take-run" disabled={!canBeTaken} onClick={onTake}>
        {l10n.t('Continue with {0} in the lesson', letter)}
      </Button>
    </section>
  );
}

/** The forgeries of the same noise now, and of the first one through the rounds. */
function Painted({ frame, letter }: { readonly frame: RunFrame; readonly letter: string }): JSX.Element {
  const { fixedSamples: showcase } = frame;
  return (
    <>
      <div
        class="compared-showcase"
        role="img"
        aria-label={l10n.t('Forgeries of {0}, each of its own noise', letter)}
      >
        {Array.from({ length: showcase.count }, (_, index) => (
          <Tile key={index} pictures={showcase} index={index} />
        ))}
      </div>
      <ol class="compared-film" aria-label={l10n.t('The same noise, painted through the rounds')}>
        {trackCells(frame, frame.samplesOverTime).map(({ round, film, kind }, place) => (
          <li key={place}>
            <Tile pictures={film?.pictures} index={0} label={l10n.t('Round {0}', round)} />
            <span aria-hidden="true">{kind === 'now' ? l10n.t('{0} now', round) : round}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function OnPlane({ frame, plane }: { readonly frame: RunFrame; readonly plane: Plane }): JSX.Element {
  const picture = useMemo(() => pictureOf(frame, plane, DEFAULT_LAYERS), [frame]);
  return (
    <PlaneView
      picture={picture}
      plane={plane}
      moment={String(frame.position.round)}
      moves={false}
      slowness={1}
      onMotionEnd={ignore}
    />
  );
}

function ignore(): void {}

interface FiguresProps {
  readonly frame: RunFrame;
  readonly data: Hyperparameters['data'];
}

function Figures({ frame: { metrics, quality, position, diagnoses = [] }, data }: FiguresProps): JSX.Element {
  const healthy = position.round < firstJudgedRound(data) ? l10n.t('too early to judge') : l10n.t('healthy');
  const { effectiveModes, modes } = quality ?? {};
  return (
    <dl class="compared-figures">
      <div>
        <dt>{l10n.t('Inspector is right, this round')}</dt>
        <dd>
          {metrics === undefined ? (
            '–'
          ) : (
            <>
              <SealBadge size={16} /> {percent(metrics.accuracyOnReal)} <MaskBadge size={16} />{' '}
              {percent(metrics.accuracyOnFake)}
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{measureName('miniFid')}</dt>
        <dd>{quality === undefined ? '–' : measure(quality.miniFid)}</dd>
      </div>
      {modes !== undefined && effectiveModes !== undefined && (
        <div>
          <dt>{l10n.t('Kinds')}</dt>
          <dd>{l10n.t('{0} of {1}', effectiveModes.toFixed(1), modes)}</dd>
        </div>
      )}
      <div>
        <dt>{l10n.t('Diagnosis')}</dt>
        <dd>
          {diagnoses.length === 0
            ? healthy
            : listed(diagnoses.map(({ problem: illness }) => illnessName(illness)))}
        </dd>
      </div>
    </dl>
  );
}
