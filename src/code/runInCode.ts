import * as l10n from '@vscode/l10n';
import type { RunSummary } from '../shared/wire/messages';
import { lastPhase, shownRound, type Phase } from '../shared/domain/phases';
import { unreachable } from '../shared/result';
import type { CodeLine, ShownNumber } from './program';

/** What an editor shows of a run beside the program's text. */
interface RunInCode {
  /** The phase that was done last; `undefined` before the first, and while whole rounds pass. */
  readonly phase: Phase | undefined;
  /** The lines of that phase, from 0. */
  readonly litLines: readonly number[];
  /** What stands behind a line. */
  readonly notes: readonly { readonly line: number; readonly text: string }[];
}

const NOTHING: RunInCode = { phase: undefined, litLines: [], notes: [] };

/** Digits of a loss after the point: enough to tell 2 ln 2 = 1.386 from what is near it. */
const LOSS_DIGITS = 3;

/** Where a run stands in its program. */
export function runInCode(lines: readonly CodeLine[], summary: RunSummary | undefined): RunInCode {
  if (summary === undefined) {
    return NOTHING;
  }
  const phase = summary.wholeRounds ? undefined : lastPhase(summary.position);
  return {
    phase,
    litLines: lines.flatMap((line, index) => (phase !== undefined && line.phase === phase ? [index] : [])),
    notes: lines.flatMap(({ shows }, line) => {
      const text = shows && numberOf(summary, shows);
      return text === undefined ? [] : [{ line, text }];
    }),
  };
}

function numberOf({ position, metrics }: RunSummary, shows: ShownNumber): string | undefined {
  switch (shows) {
    case 'round':
      return l10n.t('Round {0}', shownRound(position));
    case 'discriminatorLoss':
    case 'generatorLoss':
      return metrics && `= ${metrics[shows].toFixed(LOSS_DIGITS)}`;
    default:
      return unreachable(shows);
  }
}
