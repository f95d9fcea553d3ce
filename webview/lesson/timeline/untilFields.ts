import type { QualityMeasureName } from '../../../src/shared/domain/measures';
import { unreachable } from '../../../src/shared/result';
import type { Until } from '../../../src/shared/wire/until';
import { typedNumber } from '../../ui/typedNumber';

export const UNTIL_KINDS = ['round', 'quality', 'fooled'] as const;

export type UntilKind = (typeof UNTIL_KINDS)[number];
export type Direction = Extract<Until, { kind: 'quality' }>['is'];

/** What a person has put into the fields. */
export interface UntilFields {
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
