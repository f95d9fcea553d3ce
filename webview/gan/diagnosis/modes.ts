import type { Diagnosis, ModeEvidence } from './diagnosis';
import { median, type DiagnosisWindow } from './input';
import { fixesForModes } from './fixes';

/**
 * Collapsed: at most this many effective modes, or this share of all, whichever is more. The measured fault shows 1.0 to
 * 1.9 of six: pictures that resemble no original are split over those that they resemble least badly.
 */
const COLLAPSED_MODES = 1.5;
const COLLAPSED_SHARE = 1 / 3;
/**
 * Dropping: less than this share of all modes. The measured fault keeps half of six; healthy runs have 0.8 of three
 * (sunsets) and more of others by round 200.
 */
const DROPPING_SHARE = 0.65;

/** Fewer than this share of what would be a mode's part of the samples may be accidents. */
const MISSING_PART = 0.2;

/**
 * The collapse or the dropping of modes, when they are missing in all of the last measurements. Where nobody knows the
 * modes, as in a learner's own collection, there is nothing to tell.
 */
export function diagnoseModes({
  hyperparameters,
  quality: measured,
}: DiagnosisWindow): Diagnosis | undefined {
  const quality = measured.flatMap(({ round, effectiveModes, modes }) =>
    effectiveModes === undefined || modes === undefined ? [] : [{ round, effectiveModes, modes }],
  );
  const last = quality.at(-1);
  const [first] = quality;
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const evidence: ModeEvidence = {
    fromRound: first.round,
    toRound: last.round,
    effectiveModes: median(quality.map((record) => record.effectiveModes)) ?? last.effectiveModes,
    modes: last.modes,
    missing: missingIn(measured),
  };
  const most = Math.max(...quality.map((record) => record.effectiveModes));
  const fixes = fixesForModes(hyperparameters);
  if (most >= DROPPING_SHARE * evidence.modes) {
    return undefined;
  }
  if (evidence.effectiveModes <= Math.max(COLLAPSED_MODES, COLLAPSED_SHARE * evidence.modes)) {
    return { problem: 'modeCollapse', evidence, fixes };
  }
  return { problem: 'modeDropping', evidence, fixes };
}

/** The modes that have less than their part in each of some measurements. */
function missingIn(measured: DiagnosisWindow['quality']): number[] {
  const counted = measured.flatMap(({ modeCounts }) => modeCounts ?? []);
  const modes = measured.at(-1)?.modeCounts?.length ?? 0;
  const fair = counted.reduce((sum, count) => sum + count, 0) / measured.length / modes;
  return Array.from({ length: modes }, (_, mode) => mode).filter((mode) =>
    measured.every(({ modeCounts }) => (modeCounts?.[mode] ?? 0) < MISSING_PART * fair),
  );
}
