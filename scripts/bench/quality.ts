import { trainRun, type MeasuredRound } from '../train/trainedRun';
import { PORTRAITS } from './jobs';
import { median, rounded, type Figures } from './results';

const SEEDS = [1, 2, 3, 4, 5];
const ROUNDS = 800;

/** How good the default run becomes: medians over the seeds, and the fewest modes of any. */
export async function measureQuality(say: (line: string) => void): Promise<Figures> {
  const runs: (readonly MeasuredRound[])[] = [];
  for (const seed of SEEDS) {
    const run = await trainRun({ ...PORTRAITS, seed }, ROUNDS);
    if (!run.ok) {
      throw new Error(run.problem.message);
    }
    runs.push(run.value.measured);
    say(`quality of seed ${seed} is measured`);
  }
  const at = (round: number): MeasuredRound['quality'][] =>
    runs.map((measured) => measured.find((look) => look.round === round)?.quality);
  const miniFid = (round: number): number =>
    rounded(median(at(round).map((quality) => quality?.miniFid ?? NaN)));
  const modes = at(ROUNDS).map((quality) => quality?.effectiveModes ?? NaN);
  return {
    'fid.portraits.round200': miniFid(200),
    'fid.portraits.round800': miniFid(ROUNDS),
    'modes.portraits.round800': rounded(median(modes)),
    'modes.portraits.round800.least': rounded(Math.min(...modes)),
  };
}
