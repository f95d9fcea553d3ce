import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { onDemand } from '../../ui/onDemand';
import { DiagnosisCard, HealthLine } from '../diagnosis/DiagnosisCard';
import type { LessonController } from '../lessonController';
import type { PanelState } from '../state';
import { pinsOf } from './charts/pins';
import { Evidence } from './Evidence';
import { useInSight, useSteady, useWasTrue } from './steady';

/** The charts bring a library with them that the stage does without. */
const EvidenceContent = onDemand(async () => (await import('./EvidenceContent')).EvidenceContent);

interface EvidenceAreaProps {
  readonly state: PanelState;
  readonly controller: LessonController;
}

/** The evidence of the run in the panel. It follows the run as fast as a person can read, and only while it is seen. */
export function EvidenceArea({ state, controller }: EvidenceAreaProps): JSX.Element {
  const { frame, seen, evidence, lesson, step, hyperparameters, start, phaseStories } = state;
  const place = useRef<HTMLDivElement>(null);
  const inSight = useInSight(place);
  const wasSeen = useWasTrue(inSight);
  const present = useMemo(() => ({ frame, series: seen.series }), [frame, seen]);
  const shown = useSteady(present, inSight);
  const latest = shown.frame?.history?.latest.round ?? shown.frame?.position.round ?? 0;
  const events = shown.frame?.events;
  const pins = useMemo(
    () => pinsOf(events ?? [], lesson, hyperparameters, latest),
    [events, lesson, hyperparameters, latest],
  );
  // The state becomes another one with every frame, what is shown here does not: drawing charts anew each time would
  // be a third of the panel's work.
  const content = useMemo(
    () => (
      <EvidenceContent
        evidence={evidence}
        frame={shown.frame}
        series={shown.series}
        start={start}
        hyperparameters={hyperparameters}
        pins={pins}
        latest={latest}
        step={lesson?.steps[step]}
        told={phaseStories}
        controller={controller}
      />
    ),
    [evidence, shown, start, hyperparameters, pins, latest, lesson, step, phaseStories, controller],
  );
  return (
    <div ref={place} class="evidence-place">
      <Evidence
        state={evidence}
        health={<HealthLine frame={frame} data={hyperparameters?.data} />}
        onTab={(chosen) => controller.evidence.choose(chosen)}
      >
        <DiagnosisCard frame={frame} onTake={controller.takeRemedy} onGoTo={controller.run.rounds.goTo} />
        {wasSeen && content}
      </Evidence>
    </div>
  );
}
