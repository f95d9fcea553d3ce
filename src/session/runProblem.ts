import * as l10n from '@vscode/l10n';
import { namesThatNeedRestart } from '../shared/domain/hyperparameters';
import { TENSOR_GROUPS, tensorLengths } from '../shared/domain/networkTensors';
import type { SavedRun } from '../shared/wire/checkpoint';
import { unpackCheckpoint } from '../shared/wire/checkpointFile';
import { parseHeader, pictureBytesOf, type CheckpointHeader } from '../shared/wire/checkpointHeader';

/**
 * A checkpoint comes every few seconds, and the fastest run takes a few thousand rounds in that time. A position that is
 * farther from its checkpoint than this many rounds is a fault of the record: coming back to it would take for ever.
 */
export const MOST_REPLAYED_ROUNDS = 20_000;

/** Why nobody can go on from this run, in one sentence; `undefined` for a run whose parts are whole and fit each other. */
export function problemWithRun(run: SavedRun): string | undefined {
  const parts = unpackCheckpoint(run.checkpoint);
  if (!parts.ok) {
    return parts.problem.message;
  }
  const header = parseHeader(new TextDecoder().decode(parts.value.header));
  if (!header) {
    return l10n.t('Its checkpoint does not say what it is.');
  }
  if (!parts.value.floats.every(Number.isFinite)) {
    return l10n.t('Some of its weights are not numbers.');
  }
  const { hyperparameters: own, past } = header;
  const { floats, pictures } = parts.value;
  const isOfOneRun =
    namesThatNeedRestart(own, run.hyperparameters).length === 0 &&
    (past === undefined || namesThatNeedRestart(own, past.start).length === 0) &&
    hasTensorsOf(header, floats.length);
  if (!isOfOneRun) {
    return l10n.t('Its networks are not those of its hyperparameters.');
  }
  if (pictureBytesOf(header) !== pictures.length) {
    return l10n.t('Some of its pictures are missing.');
  }
  if (!isInOrder(header)) {
    return l10n.t('Its history does not fit its round.');
  }
  const ahead = run.position.round - header.completeRounds;
  const isWhereItSays = run.checkpointPosition.round === header.completeRounds;
  return isWhereItSays && ahead >= 0 && ahead <= MOST_REPLAYED_ROUNDS
    ? undefined
    : l10n.t(
        'It says round {0}, but its checkpoint is of round {1}.',
        run.position.round,
        header.completeRounds,
      );
}

/** Whether each tensor is as long as its hyperparameters make it, and all are there. */
function hasTensorsOf({ hyperparameters, tensors }: CheckpointHeader, floatCount: number): boolean {
  const expected = tensorLengths(hyperparameters);
  const all = TENSOR_GROUPS.flatMap((group) => expected[group]);
  return (
    TENSOR_GROUPS.every(
      (group) =>
        tensors[group].length === expected[group].length &&
        tensors[group].every((length, index) => length === expected[group][index]),
    ) && all.reduce((sum, length) => sum + length, 0) === floatCount
  );
}

/** Whether rounds follow each other, and none comes after the latest. */
function isInOrder({ completeRounds, film: recorded, past }: CheckpointHeader): boolean {
  const latest = Math.max(completeRounds, past?.latest.round ?? 0);
  const follow = (rounds: readonly { readonly round: number }[]): boolean =>
    rounds.every(({ round }, index) => round <= latest && round > (rounds[index - 1]?.round ?? -1));
  return follow(recorded) && follow(past?.rounds ?? []);
}
