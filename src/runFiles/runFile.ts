import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { problemWithRun } from '../session/runProblem';
import { savedRun, SavedRunSchema, type SavedRun } from '../shared/wire/checkpoint';
import { damagedCheckpoint, packCheckpoint, unpackCheckpoint } from '../shared/wire/checkpointFile';
import { failure, success, type Result } from '../shared/result';

/** How the files end in which a person keeps runs. */
export const RUN_FILE_ENDING = 'ganrun';

/**
 * What the host adds to the header of a checkpoint, so that one file is a whole run: where it stood, and on what it
 * trained. The engine reads such a file like any checkpoint.
 */
const RunFileHeaderSchema = v.looseObject({
  run: v.omit(SavedRunSchema, ['id', 'experiment', 'checkpoint']),
});

/** The file of a run; fails when its checkpoint is not one. */
export function encodeRunFile(saved: SavedRun): Result<Uint8Array> {
  const { id: _, experiment: _experiment, checkpoint, ...run } = saved;
  const parts = unpackCheckpoint(checkpoint);
  if (!parts.ok) {
    return parts;
  }
  const { floats, pictures } = parts.value;
  const header = v.safeParse(v.looseObject({}), jsonOf(parts.value.header));
  if (!header.success) {
    return damagedCheckpoint();
  }
  const whole = { ...header.output, run };
  return success(
    packCheckpoint({
      header: new TextEncoder().encode(JSON.stringify(whole)),
      floats: [floats],
      pictures: [pictures],
    }),
  );
}

/** The run of a file; fails with the reason when it is not one, is cut off, damaged or too new. */
export function decodeRunFile(bytes: Uint8Array): Result<SavedRun> {
  const parts = unpackCheckpoint(bytes);
  const next = l10n.t('Choose another file. Your own run stays as it was.');
  if (!parts.ok) {
    return failure(parts.problem.message, next);
  }
  const header = v.safeParse(RunFileHeaderSchema, jsonOf(parts.value.header));
  if (!header.success) {
    return failure(
      l10n.t('The saved run could not be opened: it has what this version of GAN Lessons does not know.'),
      next,
    );
  }
  // A copy, because in Node the bytes of a file may be a window on a much larger buffer.
  const saved = savedRun(header.output.run, Uint8Array.from(bytes));
  const problem = problemWithRun(saved);
  return problem === undefined
    ? success(saved)
    : failure(l10n.t('The saved run could not be opened: {0}', problem), next);
}

/** @returns `undefined` for what is no JSON */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
