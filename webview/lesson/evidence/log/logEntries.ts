import { comparePositions, type Position } from '../../../../src/shared/domain/phases';

/** A sentence of the story line, told while somebody stepped from phase to phase. */
export interface Told {
  readonly position: Position;
  readonly text: string;
}

/** More than three rounds phase by phase nobody reads again. */
export const MOST_TOLD = 21;

/**
 * The sentences after another one. Of the same moment the later one holds, and what comes after the latest moment of the
 * run was given up by a branch.
 *
 * @param latest of the run; absent where its rounds are not recorded
 */
export function appendEntry(
  told: readonly Told[],
  sentence: Told,
  latest: Position | undefined,
): readonly Told[] {
  const end = latest ?? sentence.position;
  const others = told.filter(
    ({ position }) =>
      comparePositions(position, sentence.position) !== 0 && comparePositions(position, end) <= 0,
  );
  return [...others, sentence]
    .toSorted((one, other) => comparePositions(one.position, other.position))
    .slice(-MOST_TOLD);
}
