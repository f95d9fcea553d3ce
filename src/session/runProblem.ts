import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { HyperparametersSchema, namesThatNeedRestart } from '../shared/domain/hyperparameters';
import type { SavedRun } from '../shared/wire/checkpoint';
import { unpackCheckpoint } from '../shared/wire/checkpointFile';
import { CountSchema, RoundSchema, whole } from '../shared/domain/numbers';

/**
 * A checkpoint comes every few seconds, and the fastest run takes a few thousand rounds in that time. A position that is
 * farther from its checkpoint than this many rounds is a fault of the record: coming back to it would take for ever.
 */
export const MOST_REPLAYED_ROUNDS = 20_000;

/** A run records far fewer pictures, and none is as large. */
const MOST_PICTURES = 4096;
const LARGEST_PICTURE = 64;

const LengthsSchema = v.array(CountSchema);

/** What the host reads in the header of a checkpoint; the engine checks the rest of it when it opens the run. */
const HeaderSchema = v.looseObject({
  hyperparameters: HyperparametersSchema,
  completeRounds: RoundSchema,
  tensors: v.record(v.string(), LengthsSchema),
  film: v.array(
    v.looseObject({
      round: RoundSchema,
      pictures: v.object({ count: whole(0, MOST_PICTURES), size: whole(0, LARGEST_PICTURE) }),
    }),
  ),
  past: v.optional(
    v.looseObject({
      start: HyperparametersSchema,
      latest: v.looseObject({ round: RoundSchema }),
      rounds: v.array(v.looseObject({ round: RoundSchema })),
    }),
  ),
});

type Header = v.InferOutput<typeof HeaderSchema>;

/** Why nobody can go on from this run, in one sentence; `undefined` for a run whose parts are whole and fit each other. */
export function problemWithRun(run: SavedRun): string | undefined {
  const parts = unpackCheckpoint(run.checkpoint);
  if (!parts.ok) {
    return parts.problem.message;
  }
  const header = headerOf(parts.value.header);
  if (!header) {
    return l10n.t('Its checkpoint does not say what it is.');
  }
  if (!parts.value.floats.every(Number.isFinite)) {
    return l10n.t('Some of its weights are not numbers.');
  }
  const { hyperparameters: own, past } = header;
  const lengths = Object.values(header.tensors).flat();
  const isOfOneRun =
    namesThatNeedRestart(own, run.hyperparameters).length === 0 &&
    (past === undefined || namesThatNeedRestart(own, past.start).length === 0) &&
    lengths.reduce((sum, length) => sum + length, 0) === parts.value.floats.length;
  if (!isOfOneRun) {
    return l10n.t('Its networks are not those of its hyperparameters.');
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

/** Whether rounds follow each other, and none comes after the latest. */
function isInOrder({ completeRounds, film: recorded, past }: Header): boolean {
  const latest = Math.max(completeRounds, past?.latest.round ?? 0);
  const follow = (rounds: readonly { readonly round: number }[]): boolean =>
    rounds.every(({ round }, index) => round <= latest && round > (rounds[index - 1]?.round ?? -1));
  return follow(recorded) && follow(past?.rounds ?? []);
}

function headerOf(bytes: Uint8Array): Header | undefined {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes), (_, value: unknown) => {
      // JSON has no word for infinity, but 1e999 is read as one.
      if (typeof value === 'number' && !Number.isFinite(value)) {
        throw new Error('A number without end.');
      }
      return value;
    });
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(HeaderSchema, json);
  return parsed.success ? parsed.output : undefined;
}
