import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { DiagnosisCard } from '../diagnosis/DiagnosisCard';
import { HealthLine } from '../diagnosis/HealthLine';
import type { LessonController } from '../lessonController';
import type { PanelState } from '../state';
import { Charts } from './charts/Charts';
import { Evidence } from './Evidence';
import { useInSight, useSteady } from './steady';
import { isChartTab } from './tabs';

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
  return (
    <div ref={place} class="evidence-place">
      <Evidence
        state={evidence}
        health={<HealthLine frame={frame} />}
        onTab={(chosen) => controller.evidence.choose(chosen)}
      >
        <DiagnosisCard frame={frame} onTake={controller.takeRemedy} onGoTo={controller.run.rounds.goTo} />
        {isChartTab(tab) && (
          <Charts
            tab={tab}
            frame={shown.frame}
            series={shown.series}
            lesson={lesson}
            step={step}
            hyperparameters={hyperparameters}
            onGoTo={controller.run.rounds.goTo}
          />
        )}
      </Evidence>
    </div>
  );
}
