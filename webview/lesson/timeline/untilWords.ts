import * as l10n from '@vscode/l10n';
import type { Quality, QualityMeasureName } from '../../../src/shared/domain/measures';
import { measureName } from '../../../src/shared/words/measureWords';
import { unreachable } from '../../../src/shared/result';
import type { RunFrame } from '../../../src/shared/wire/run';
import type { Until } from '../../../src/shared/wire/until';
import { measure as number, percent } from '../../ui/l10n';
import { typedNumber } from '../../ui/typedNumber';

/** What a run plays up to: "Distance from real below 0.15". */
export function untilText(until: Until): string {
  switch (until.kind) {
    case 'round':
      return l10n.t('round {0}', until.round);
    case 'quality':
      return until.is === 'below'
        ? l10n.t('{0} below {1}', measureName(until.measure), number(until.value))
        : l10n.t('{0} above {1}', measureName(until.measure), number(until.value));
    case 'fooled':
      return l10n.t('more than {0} fooled', percent(until.share));
    default:
      return unreachable(until);
  }
}

/** How near a run is to what it plays up to. */
interface UntilProgress {
  /** Where it is now: "round 57", "0.61"; empty while nothing is known. */
  readonly now: string;
  /** From 0 to 1; absent while nothing is known. */
  readonly share: number | undefined;
}

export function untilProgress(until: Until, frame: RunFrame): UntilProgress {
  const { position, quality, initialQuality, metrics } = frame;
  switch (until.kind) {
    case 'round':
      return {
        now: l10n.t('round {0}', position.round),
        share: within(position.round / Math.max(1, until.round)),
      };
    case 'quality':
      return qualityProgress(until, quality, initialQuality);
    case 'fooled': {
      const fooled = metrics && 1 - metrics.accuracyOnFake;
      return fooled === undefined
        ? NOTHING_KNOWN
        : { now: percent(fooled), share: until.share === 0 ? 1 : within(fooled / until.share) };
    }
    default:
      return unreachable(until);
  }
}

const NOTHING_KNOWN: UntilProgress = { now: '', share: undefined };

/** As a share of the way from where the run began. */
function qualityProgress(
  { measure, value }: Extract<Until, { kind: 'quality' }>,
  quality: Quality | undefined,
  initial: Quality | undefined,
): UntilProgress {
  const now = quality?.[measure];
  const began = initial?.[measure];
  if (now === undefined) {
    return NOTHING_KNOWN;
  }
  const share = began === undefined || began === value ? undefined : within((began - now) / (began - value));
  return { now: number(now), share };
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}

export const UNTIL_KINDS = ['round', 'quality', 'fooled'] as const;

export type UntilKind = (typeof UNTIL_KINDS)[number];
export type Direction = Extract<Until, { kind: 'quality' }>['is'];

/** What a person has put into the fields. */
interface UntilFields {
  readonly kind: UntilKind;
  readonly measure: QualityMeasureName;
  readonly direction: Direction;
  /** The number as it was typed. */
  readonly text: string;
}

/** What the fields ask for; `undefined` while that is nothing that can be. */
export function untilFrom({ kind, measure, direction, text }: UntilFields): Until | undefined {
  const value = typedNumber(text);
  if (value === undefined) {
    return undefined;
  }
  switch (kind) {
    case 'round':
      return Number.isInteger(value) && value >= 0 ? { kind, round: value } : undefined;
    case 'quality':
      return { kind, measure, is: direction, value };
    case 'fooled':
      return value >= 0 && value <= 100 ? { kind, share: value / 100 } : undefined;
    default:
      return unreachable(kind);
  }
}
