import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { HyperparametersSchema, namesThatNeedRestart } from '../shared/domain/hyperparameters';
import { unpackCheckpoint } from '../shared/wire/checkpointFile';
import type { KeptRun } from './runStore';

/**
 * A checkpoint comes every few seconds, and the fastest run takes a few thousand rounds in that time. A position that is
 * farther from its checkpoint than this many rounds is a fault of the record: coming back to it would take for ever.
 */
export const MOST_REPLAYED_ROUNDS = 20_000;

/** What the host reads in the header of a checkpoint; the engine checks the rest of it. */
const HeaderSchema = v.looseObject({
  hyperparameters: HyperparametersSchema,
  completeRounds: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** Why nobody can go on from this run, in one sentence; `undefined` for a run whose parts are whole and fit each other. */
export function problemWithRun({ run, checkpointPosition }: KeptRun): string | undefined {
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
  if (namesThatNeedRestart(header.hyperparameters, run.hyperparameters).length > 0) {
    return l10n.t('Its networks are not those of its hyperparameters.');
  }
  const ahead = run.position.round - header.completeRounds;
  const isWhereItSays = checkpointPosition.round === header.completeRounds;
  return isWhereItSays && ahead >= 0 && ahead <= MOST_REPLAYED_ROUNDS
    ? undefined
    : l10n.t(
        'It says round {0}, but its checkpoint is of round {1}.',
        run.position.round,
        header.completeRounds,
      );
}

function headerOf(bytes: Uint8Array): v.InferOutput<typeof HeaderSchema> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(HeaderSchema, json);
  return parsed.success ? parsed.output : undefined;
}
