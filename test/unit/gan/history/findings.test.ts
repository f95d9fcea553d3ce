import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../../src/shared/domain/hyperparameters';
import type { RoundMetrics } from '../../../../src/shared/domain/measures';
import type { QualityRecord } from '../../../../webview/gan/diagnosis';
import { EventLog } from '../../../../webview/gan/history/eventLog';
import { Findings } from '../../../../webview/gan/history/findings';
import { Series } from '../../../../webview/gan/history/series';

const EVERY = 10;

/** A run whose inspector takes everything for real, as far from the originals as `miniFid` says. */
function run(miniFid: (round: number) => number, until: number) {
  const rounds = new Series<RoundMetrics>();
  const quality = new Series<QualityRecord>();
  const findings = new Findings(rounds, quality, undefined);
  const log = new EventLog();
  for (let round = 1; round <= until; round++) {
    rounds.add({
      round,
      discriminatorLoss: 1,
      generatorLoss: 1,
      accuracyOnReal: 0.5,
      accuracyOnFake: 0.5,
      meanOnReal: 0.95,
      meanOnFake: 0.95,
    });
    const measured = round % EVERY === 0;
    if (measured) {
      quality.add({ round, miniFid: miniFid(round), effectiveModes: 6, modes: 6 });
    }
    findings.completeRound(round, measured, PICTURE_DEFAULTS);
    log.judge(round, findings.at(round));
  }
  return { rounds, quality, findings, events: log.all.map(({ kind, round }) => `${kind} ${round}`) };
}

/** To either side of what counts as far, from one measurement to the next. */
const flickering = (round: number): number => (round % (2 * EVERY) === 0 ? 0.55 : 0.45);

describe('What is found wrong with a run', () => {
  it('is said once while its measure flickers around the threshold', () => {
    assert.deepEqual(run(flickering, 500).events, ['problem 200']);
  });

  it('is over when nothing was found for as long as it took to be found', () => {
    assert.deepEqual(run((round) => (round <= 300 ? flickering(round) : 0.3), 500).events, [
      'problem 200',
      'cured 400',
    ]);
  });

  it('is still so when a recorded run is opened between two of its bad measurements', () => {
    const { rounds, quality, findings } = run(flickering, 310);
    const reopened = new Findings(rounds, quality, undefined);
    reopened.resume(310, PICTURE_DEFAULTS);
    assert.deepEqual(
      reopened.at(310).map(({ problem }) => problem),
      findings.at(310).map(({ problem }) => problem),
    );
    assert.equal(reopened.at(310).length, 1);
  });
});
