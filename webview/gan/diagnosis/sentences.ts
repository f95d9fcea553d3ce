import * as l10n from '@vscode/l10n';
import { unreachable } from '../../../src/shared/result';
import type { BalanceEvidence, Diagnosis, ModeEvidence } from './diagnosis';

/** So many missing modes are named. */
const MOST_NAMED = 6;

function percent(share: number): string {
  return l10n.t('{0} %', Math.round(100 * share));
}

/** Two significant digits, with an exponent only for what would be a row of zeros. */
function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}

function gradient({ generatorGradientNorm }: BalanceEvidence): string {
  return generatorGradientNorm === undefined
    ? ''
    : ` ${l10n.t('The gradient that reaches the forger has length {0}.', short(generatorGradientNorm))}`;
}

/** Names of the modes that are missing, as a sentence of their own; nothing where nobody has named them. */
function missing({ missing: modes }: ModeEvidence, names: readonly string[] | undefined): string {
  const named = modes.flatMap((mode) => names?.[mode] ?? []).slice(0, MOST_NAMED);
  return named.length === 0 ? '' : ` ${l10n.t('Hardly ever seen: {0}.', named.join(', '))}`;
}

/**
 * One or two sentences for a person: what was seen, with its numbers, and what it means.
 *
 * @param modeNames what the modes are called, where somebody has named them
 */
export function describeDiagnosis({ problem, evidence }: Diagnosis, modeNames?: readonly string[]): string {
  switch (problem) {
    case 'modeCollapse':
      return (
        l10n.t(
          'From round {0} to {1} the forger painted about {2} of {3} kinds: every noise vector becomes nearly the same work.',
          evidence.fromRound,
          evidence.toRound,
          short(evidence.effectiveModes),
          evidence.modes,
        ) + missing(evidence, modeNames)
      );
    case 'modeDropping':
      return (
        l10n.t(
          'From round {0} to {1} the forger painted about {2} of {3} kinds: it skips some.',
          evidence.fromRound,
          evidence.toRound,
          short(evidence.effectiveModes),
          evidence.modes,
        ) + missing(evidence, modeNames)
      );
    case 'vanishingGradient':
      return (
        l10n.t(
          'The inspector is right {0} of the time, and what it passes back is too small to learn from.',
          percent(evidence.accuracy),
        ) + gradient(evidence)
      );
    case 'discriminatorOverwhelmed':
      return l10n.t(
        'The inspector takes forgeries for real (on average {0}), yet they are far from the originals: mini-FID {1}.',
        percent(evidence.meanOnFake),
        short(evidence.miniFid),
      );
    case 'forgerTooWeak':
      return (
        l10n.t(
          'The inspector is right {0} of the time and says clearly what is wrong, but the forger hardly moves: mini-FID {1}, at the start {2}.',
          percent(evidence.accuracy),
          short(evidence.miniFid),
          short(evidence.initialMiniFid),
        ) + gradient(evidence)
      );
    case 'oscillation':
      return evidence.hops > 0
        ? l10n.t(
            'Between rounds {0} and {1} nearly all forgeries moved to another kind {2} times.',
            evidence.fromRound,
            evidence.toRound,
            evidence.hops,
          )
        : l10n.t(
            'Between rounds {0} and {1} mini-FID rose from {2} to {3}: what was learned is lost again.',
            evidence.fromRound,
            evidence.toRound,
            short(evidence.bestMiniFid),
            short(evidence.worstMiniFid),
          );
    case 'notFinite':
      return l10n.t(
        'In round {0} the numbers overflowed: a loss or a weight is infinite or not a number.',
        evidence.round,
      );
    case 'memorisation':
      return l10n.t(
        'Forgeries are {0} nearer to the {1} originals than to unseen works of the same kind: they are copies.',
        percent(evidence.gap),
        evidence.collectionSize,
      );
    default:
      return unreachable(problem);
  }
}
