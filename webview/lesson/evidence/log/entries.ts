import { columnOf, type RunSeries } from '../../../../src/shared/domain/measures';
import { phaseName } from '../../../../src/shared/words/phaseNames';
import { lastPhase, shownRound } from '../../../../src/shared/domain/phases';
import { roundSentence } from '../../story/roundSentence';
import type { Pin } from '../charts/pins';
import type { Told } from './logEntries';

interface LogEntry {
  readonly round: number;
  /** The round in a sentence; absent while it is in progress. */
  readonly text: string | undefined;
  /** What was of note in it. */
  readonly notes: readonly string[];
  /** Its phases, where somebody stepped through them. */
  readonly phases: readonly { readonly name: string; readonly text: string }[];
}

/** What the log is of. */
export interface LogSource {
  readonly series: RunSeries | undefined;
  readonly pins: readonly Pin[];
  readonly told: readonly Told[];
  readonly onPlane: boolean;
  readonly modes: number | undefined;
}

/** Numbers that matter stand between `**` in the story line; the log has them in plain text. */
function plain(text: string): string {
  return text.replaceAll('**', '');
}

/** The rounds of a run in sentences, the latest first. Their number is bounded because that of the series is. */
export function logEntries({ series, pins, told, onPlane, modes }: LogSource): LogEntry[] {
  const sentences = series === undefined ? new Map<number, string>() : sentencesOf(series, onPlane, modes);
  const rounds = new Set([...sentences.keys(), ...told.map(({ position }) => shownRound(position))]);
  return [...rounds]
    .filter((round) => round > 0)
    .toSorted((one, other) => other - one)
    .map((round) => ({
      round,
      text: sentences.get(round),
      notes: pins.filter((pin) => pin.round === round).map(({ text }) => text),
      phases: told
        .filter(({ position }) => shownRound(position) === round)
        .flatMap(({ position, text }) => {
          const phase = lastPhase(position);
          return phase === undefined ? [] : [{ name: phaseName(phase), text: plain(text) }];
        }),
    }));
}

function sentencesOf(series: RunSeries, onPlane: boolean, modes: number | undefined): Map<number, string> {
  const measured = (measure: 'miniFid' | 'effectiveModes', round: number): number | undefined => {
    const { rounds, values } = columnOf(series, measure);
    const value = values[rounds.indexOf(round)];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  };
  return new Map(
    [...series.rounds].map((round, index) => {
      const numbers = {
        round,
        accuracyOnReal: series.perRound.accuracyOnReal[index],
        accuracyOnFake: series.perRound.accuracyOnFake[index],
        miniFid: measured('miniFid', round),
        effectiveModes: measured('effectiveModes', round),
        modes,
      };
      return [round, plain(roundSentence(numbers, onPlane))];
    }),
  );
}
