import assert from 'node:assert/strict';
import type { RunFrame } from '../../../src/shared/wire/run';
import { NOTHING_SEEN, remember } from '../../../webview/lesson/evidence/seenRounds';
import { frameAt, pictures } from '../panel/frames';
import { aSeries } from './series';

/** A frame of a run that has come to round `latest`, at an earlier or the same round. */
function frame(round: number, latest: number): RunFrame {
  const upTo = (rounds: readonly number[]) => rounds.filter((other) => other <= round);
  const filmed = [...new Set([...upTo([0, 10, 20, 30]), round])];
  return frameAt(
    { round, phasesDone: 0 },
    {
      history: { firstRound: 0, latest: { round: latest, phasesDone: 0 } },
      series: aSeries(upTo([10, 20, 30]), {}),
      samplesOverTime: filmed.map((other) => ({ round: other, pictures: pictures(1) })),
    },
  );
}

function known(memory: ReturnType<typeof remember>) {
  return {
    series: [...(memory.series?.rounds ?? [])],
    film: memory.samplesOverTime.map(({ round }) => round),
  };
}

describe('What is remembered of a run while a person looks back', () => {
  const atThirty = remember(NOTHING_SEEN, frame(30, 30));

  it('are the later rounds of its charts and of its film', () => {
    assert.deepEqual(known(remember(atThirty, frame(10, 30))), {
      series: [10, 20, 30],
      film: [0, 10, 20, 30],
    });
  });

  it('is the same on whatever way a person went back', () => {
    const bySteps = [25, 17, 13].reduce((memory, round) => remember(memory, frame(round, 30)), atThirty);
    assert.deepEqual(known(bySteps), known(atThirty));
  });

  it('keeps the rounds of its film strip, also where a frame of the past has others', () => {
    const past = frame(20, 30);
    const other = {
      ...past,
      samplesOverTime: [5, 15, 20].map((round) => ({ round, pictures: pictures(1) })),
    };
    assert.deepEqual(known(remember(atThirty, other)).film, [0, 10, 20, 30]);
  });

  it('ends with the rounds that a branch gave up', () => {
    const lookingBack = remember(atThirty, frame(15, 30));
    assert.deepEqual(known(remember(lookingBack, frame(15, 15))), { series: [10], film: [0, 10, 15] });
  });
});
