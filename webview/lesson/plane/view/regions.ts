import type { Region } from '../../../../src/shared/domain/regions';

/** What a run on pictures has and the plane has not. */
const ABSENT: readonly Region[] = ['museum', 'curtain', 'easel', 'pile', 'feedback', 'truth'];

/** The regions that are lit on the plane: what is not there is seen on the plane itself. */
export function regionsOnPlane(regions: readonly Region[]): Region[] {
  return [...new Set(regions.map((region) => (ABSENT.includes(region) ? 'verdict' : region)))];
}
