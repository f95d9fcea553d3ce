import type { Phase } from '../../../../src/shared/domain/phases';

const DURATIONS: Readonly<Record<Phase, number>> = {
  drawReal: 700,
  forge: 800,
  judge: 980,
  reveal: 800,
  trainDiscriminator: 700,
  forgeAgain: 990,
  trainGenerator: 700,
};

/** How long a phase is acted out, in milliseconds: less than a second. */
export function phaseDuration(phase: Phase): number {
  return DURATIONS[phase];
}
