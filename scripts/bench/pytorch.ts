import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { inRepository } from '../../test/vscode/repository';
import { rounded, type Figures } from './results';

const run = promisify(execFile);

/** Debian's own comes second, for where another Python hides it. */
const PYTHONS = ['python3', '/usr/bin/python3', 'python'];

const ResultSchema = v.object({ version: v.string(), portraits: v.number(), points: v.number() });

/**
 * The speed of PyTorch on one thread, on the same jobs and the same machine, where a Python has it (Debian's package is
 * python3-torch); no figures where none does.
 *
 * @param note takes a line that goes with the result
 */
export async function measurePyTorch(
  say: (line: string) => void,
  note: (line: string) => void,
): Promise<Figures> {
  const python = await pythonWithTorch();
  if (python === undefined) {
    note('PyTorch is not compared with: no Python here has it (on Debian: apt-get install python3-torch).');
    return {};
  }
  const { stdout } = await run(python, [inRepository('scripts', 'bench', 'pytorch.py')]);
  const { version, portraits, points } = v.parse(ResultSchema, JSON.parse(stdout));
  note(`PyTorch ${version} on one thread`);
  say(`pytorch: ${portraits.toFixed(1)} rounds a second on portraits, ${points.toFixed(1)} on points`);
  return {
    'portraits.pytorch.roundsPerSecond': rounded(portraits),
    'points.pytorch.roundsPerSecond': rounded(points),
  };
}

async function pythonWithTorch(): Promise<string | undefined> {
  for (const python of PYTHONS) {
    try {
      await run(python, ['-c', 'import torch']);
      return python;
    } catch {
      // It is not there, or has no PyTorch: the next one may.
    }
  }
  return undefined;
}
