import * as l10n from '@vscode/l10n';
import type { QualityMeasureName } from '../../../src/shared/domain/measures';
import { unreachable } from '../../../src/shared/result';
import type { Quality, RunFrame } from '../../../src/shared/wire/run';
import type { Until } from '../../../src/shared/wire/until';
import { measure as number, percent } from '../../ui/l10n';

/** A measure of quality by its name in the field. */
export function qualityName(measure: QualityMeasureName): string {
  switch (measure) {
    case 'miniFid':
      return l10n.t('mini-FID');
    case 'effectiveModes':
      return l10n.t('effective modes');
    case 'slicedWasserstein':
      return l10n.t('sliced Wasserstein distance');
    case 'memorisationGap':
      return l10n.t('copying');
    case 'jensenShannon':
      return l10n.t('Jensen-Shannon divergence');
    case 'optimalGap':
      return l10n.t('gap to the optimal inspector');
    default:
      return unreachable(measure);
  }
}

/** What a run plays up to: "mini-FID below 0.15". */
export function untilText(until: Until): string {
  switch (until.kind) {
    case 'round':
      return l10n.t('round {0}', until.round);
    case 'quality':
      return until.is === 'below'
        ? l10n.t('{0} below {1}', qualityName(until.measure), number(until.value))
        : l10n.t('{0} above {1}', qualityName(until.measure), number(until.value));
    case 'fooled':
      return l10n.t('more than {0} fooled', percent(until.share));
    default:
      return unreachable(until);
  }
}

/** How near a run is to what it plays up to. */
export interface UntilProgress {
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
