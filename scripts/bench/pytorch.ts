import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { inRepository } from '../../test/vscode/repository';

const run = promisify(execFile);

/** Debian's own comes second, for where another Python hides it. */
const PYTHONS = ['python3', '/usr/bin/python3', 'python'];

const ResultSchema = v.object({ version: v.string(), roundsPerSecond: v.number() });

/** PyTorch on one thread, on the bench's jobs and on the same machine. */
interface PyTorch {
  readonly version: string;
  /** Rounds a second of a job, measured once. */
  roundsPerSecond(job: 'portraits' | 'points'): Promise<number>;
}

/** PyTorch where a Python has it (Debian's package is python3-torch); `undefined` where none does. */
export async function findPyTorch(): Promise<PyTorch | undefined> {
  for (const python of PYTHONS) {
    const measure = async (job: string): Promise<v.InferOutput<typeof ResultSchema>> => {
      const { stdout } = await run(python, [inRepository('scripts', 'bench', 'pytorch.py'), job]);
      return v.parse(ResultSchema, JSON.parse(stdout));
    };
    try {
      const { version } = await measure('points');
      return {
        version,
        roundsPerSecond: async (job) => (await measure(job)).roundsPerSecond,
      };
    } catch {
      // It is not there, or has no PyTorch: the next one may.
    }
  }
  return undefined;
}
