import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { DiagnosisCard } from '../diagnosis/DiagnosisCard';
import { HealthLine } from '../diagnosis/HealthLine';
import type { LessonController } from '../lessonController';
import type { PanelState } from '../state';
import type { RunFrame } from '../../../src/shared/run';
import { Charts } from './charts/Charts';
import { pinsOf } from './charts/pins';
import { Evidence } from './Evidence';
import { Log } from './log/Log';
import { Overview } from './overview/Overview';
import { useInSight, useSteady } from './steady';
import { isChartTab } from './tabs';
import { Walk } from './walk/Walk';

interface EvidenceAreaProps {
  readonly state: PanelState;
  readonly controller: LessonController;
}

/** The evidence of the run in the panel. It follows the run as fast as a person can read, and only while it is seen. */
export function EvidenceArea({ state, controller }: EvidenceAreaProps): JSX.Element {
  const { frame, memory, evidence, lesson, step, hyperparameters } = state;
  const place = useRef<HTMLDivElement>(null);
  const inSight = useInSight(place);
  const present = useMemo(() => ({ frame, series: memory.series }), [frame, memory]);
  const shown = useSteady(present, inSight);
  const { tab } = evidence;
  const latest = shown.frame?.history?.latest.round ?? shown.frame?.position.round ?? 0;
  const events = shown.frame?.events;
  const pins = useMemo(
    () => pinsOf(events ?? [], lesson, hyperparameters, latest),
    [events, lesson, hyperparameters, latest],
  );
  return (
    <div ref={place} class="evidence-place">
      <Evidence
        state={evidence}
        health={<HealthLine frame={frame} data={hyperparameters?.data} />}
        onTab={(chosen) => controller.evidence.choose(chosen)}
      >
        <DiagnosisCard frame={frame} onTake={controller.takeRemedy} onGoTo={controller.run.rounds.goTo} />
        {isChartTab(tab) && (
          <Charts
            tab={tab}
            frame={shown.frame}
            series={shown.series}
            pins={pins}
            latest={latest}
            step={lesson?.steps[step]}
            loss={hyperparameters?.loss}
            onGoTo={controller.run.rounds.goTo}
          />
        )}
        {tab === 'walk' && (
          <Walk
            showcase={shown.frame?.showcase}
            moment={momentKey(shown.frame)}
            latentSize={hyperparameters?.latentSize}
            walk={evidence.walk}
            grid={evidence.grid}
            classes={state.start?.classes}
            orders={evidence.orders}
            onAsk={(path) => controller.run.latent.ask(path)}
          />
        )}
        {tab === 'overview' && (
          <Overview
            start={state.start}
            frame={shown.frame}
            hyperparameters={hyperparameters}
            onChooseRegion={controller.highlight.chooseRegion}
          />
        )}
        {tab === 'log' && (
          <Log
            series={shown.series}
            pins={pins}
            told={state.phaseStories}
            onPlane={shown.frame?.plane !== undefined}
            modes={shown.frame?.initialQuality?.modes}
            onGoTo={controller.run.rounds.goTo}
          />
        )}
      </Evidence>
    </div>
  );
}

/** The averaged generator, which paints what is shown, changes between rounds only. */
function momentKey(frame: RunFrame | undefined): string {
  return frame === undefined ? '' : String(frame.position.round);
}
