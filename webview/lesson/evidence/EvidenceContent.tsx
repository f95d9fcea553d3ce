import type { JSX } from 'preact';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { LessonStep } from '../../../src/shared/domain/lesson';
import type { RunSeries } from '../../../src/shared/domain/measures';
import { unreachable } from '../../../src/shared/result';
import type { RunFrame, RunStart } from '../../../src/shared/wire/run';
import type { LessonController } from '../lessonController';
import type { PanelState } from '../state';
import { Charts } from './charts/Charts';
import type { Pin } from './charts/pins';
import type { EvidenceState } from './evidenceState';
import { Log } from './log/Log';
import { Overview } from './overview/Overview';
import { Walk } from './walk/Walk';

interface EvidenceContentProps {
  readonly evidence: EvidenceState;
  readonly frame: RunFrame | undefined;
  /** Of the whole run, also while a person looks back. */
  readonly series: RunSeries | undefined;
  readonly start: RunStart | undefined;
  readonly hyperparameters: Hyperparameters | undefined;
  readonly pins: readonly Pin[];
  /** Latest round of the run. */
  readonly latest: number;
  /** The step of the lesson that is being read. */
  readonly step: LessonStep | undefined;
  /** What was said of the phases that were shown one by one. */
  readonly told: PanelState['phaseStories'];
  readonly controller: LessonController;
}

/** What the chosen tab of the evidence shows. */
export function EvidenceContent(props: EvidenceContentProps): JSX.Element {
  const { evidence, frame, series, start, hyperparameters, pins, latest, step, told, controller } = props;
  const { tab, walk, grid, orders, truncated, truncatedQuality } = evidence;
  const { goTo } = controller.run.rounds;
  switch (tab) {
    case 'progress':
    case 'losses':
    case 'quality':
    case 'gradients':
      return (
        <Charts
          tab={tab}
          frame={frame}
          series={series}
          pins={pins}
          latest={latest}
          step={step}
          loss={hyperparameters?.loss}
          onGoTo={goTo}
        />
      );
    case 'walk':
      return (
        <Walk
          showcase={frame?.fixedSamples}
          moment={momentKey(frame)}
          latentSize={hyperparameters?.latentSize}
          walk={walk}
          grid={grid}
          classes={start?.classes}
          classNames={start?.classNames}
          orders={orders}
          truncated={truncated}
          truncatedQuality={truncatedQuality}
          onAsk={(path) => controller.run.latent.ask(path)}
        />
      );
    case 'overview':
      return (
        <Overview
          start={start}
          frame={frame}
          hyperparameters={hyperparameters}
          onChooseRegion={controller.highlight.chooseRegion}
        />
      );
    case 'log':
      return (
        <Log
          series={series}
          pins={pins}
          told={told}
          onPlane={frame?.plane !== undefined}
          modes={frame?.initialQuality?.modes}
          onGoTo={goTo}
        />
      );
    default:
      return unreachable(tab);
  }
}

/** The averaged generator, which paints what is shown, changes between rounds only. */
function momentKey(frame: RunFrame | undefined): string {
  return frame === undefined ? '' : String(frame.position.round);
}
