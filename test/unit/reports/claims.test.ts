import assert from 'node:assert/strict';
import {
  claimsOf,
  judgeClaim,
  planOf,
  type Claim,
  type ClaimPlan,
  type Verdict,
} from '../../../src/reports/claims';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { RunFacts } from '../../../src/shared/domain/progress';
import type { RerunOutcome } from '../../../src/shared/wire/rerun';
import { anOutcome, FACTS, factsOf, GOAL, LESSON, PROGRESS } from './sampleReport';

function claimOf(facts: RunFacts = FACTS): Claim {
  const [claim] = claimsOf(LESSON, { ...PROGRESS, goals: { [GOAL.id]: facts } });
  assert.ok(claim);
  return claim;
}

function verdict(outcome: RerunOutcome, facts: RunFacts = FACTS): Verdict {
  return judgeClaim(LESSON, claimOf(facts), outcome);
}

function reason(judged: Verdict | ClaimPlan): string {
  assert.ok(judged.kind === 'fails' || judged.kind === 'unknown');
  return judged.reason;
}

describe('A claim of a report', () => {
  it('is a goal that was reached', () => {
    assert.deepEqual(
      claimsOf(LESSON, PROGRESS).map(({ goal }) => goal.id),
      ['near'],
    );
    assert.deepEqual(claimsOf(LESSON, { ...PROGRESS, goals: {} }), []);
  });

  it('holds when the run gives the same numbers and reaches the goal', () => {
    assert.deepEqual(verdict(anOutcome('', [1.3, 1, 0.7, 0.4])), { kind: 'holds' });
  });

  it('fails when the run gives another number', () => {
    const judged = verdict(anOutcome('', [1.3, 1, 0.7, 0.41]));
    assert.equal(judged.kind, 'fails');
    assert.match(reason(judged), /Distance from real 0\.4; the run gives 0\.41/);
  });

  it('fails with as many digits as it takes to see the difference', () => {
    assert.match(reason(verdict(anOutcome('', [1.3, 1, 0.7, 0.40001]))), /0\.4; the run gives 0\.40001/);
  });

  it('fails when the run has no such number', () => {
    assert.match(reason(verdict(anOutcome('', [1.3, 1, 0.7, Number.NaN]))), /there is no such number/);
  });

  it('fails when its number is right but the goal is not reached', () => {
    const facts = factsOf({}, { measured: [{ measure: 'miniFid', value: 0.7 }] });
    const judged = verdict(anOutcome('', [1.3, 1, 0.8, 0.7]), facts);
    assert.equal(judged.kind, 'fails');
    assert.match(reason(judged), /does not reach the goal/);
  });

  it('fails when it names no number and the run does not reach the goal', () => {
    assert.equal(verdict(anOutcome('', [1.3, 1, 0.8, 0.7]), factsOf({}, { measured: [] })).kind, 'fails');
  });

  it('fails when the run changes more knobs than the goal allows', () => {
    const facts = factsOf({ generatorSteps: 2, loss: 'hinge' });
    const judged = verdict(anOutcome('', [1.3, 1, 0.7, 0.4]), facts);
    assert.equal(judged.kind, 'fails');
    assert.match(reason(judged), /2 knobs; the goal allows 1/);
  });

  it('counts knobs that were turned on the way', () => {
    const changes = [
      { position: { round: 10, phasesDone: 0 }, changes: { loss: 'hinge' } },
      { position: { round: 20, phasesDone: 0 }, changes: { r1Weight: 3 } },
    ];
    assert.match(reason(verdict(anOutcome('', [1.3, 1, 0.7, 0.4]), factsOf({}, { changes }))), /2 knobs/);
  });

  it('cannot be told when the run could not be run, or ran on another backend with other numbers', () => {
    const failed = verdict({ kind: 'failed', id: '', message: 'No memory.', next: 'Close something.' });
    assert.deepEqual(failed, { kind: 'unknown', reason: 'No memory. Close something.' });
    const far = anOutcome('', [1.3, 1, 0.7, 0.9], { backend: 'webgl' });
    assert.equal(verdict(far).kind, 'unknown');
    const near = anOutcome('', [1.3, 1, 0.7, 0.41], { backend: 'webgl' });
    assert.equal(verdict(near).kind, 'holds');
  });
});

describe('The run of a claim', () => {
  it('has the hyperparameters of each moment', () => {
    const changes = [
      { position: { round: 10, phasesDone: 0 }, changes: { loss: 'hinge' } },
      { position: { round: 20, phasesDone: 3 }, changes: { r1Weight: 3 } },
    ];
    const plan = planOf(LESSON, claimOf(factsOf({ seed: 3 }, { changes })), 'id');
    assert.ok(plan.kind === 'train');
    const { job } = plan;
    const beginning = { ...PICTURE_DEFAULTS, seed: 3, backend: 'cpu' };
    assert.deepEqual(job.hyperparameters, beginning);
    assert.deepEqual(job.changes, [
      { position: { round: 10, phasesDone: 0 }, hyperparameters: { ...beginning, loss: 'hinge' } },
      {
        position: { round: 20, phasesDone: 3 },
        hyperparameters: { ...beginning, loss: 'hinge', r1Weight: 3 },
      },
    ]);
    assert.equal(job.round, 60);
  });

  it('cannot be run with hyperparameters that this version does not know', () => {
    const unknown = claimOf({ ...FACTS, hyperparameters: { ...FACTS.hyperparameters, warp: 9 } });
    assert.match(reason(planOf(LESSON, unknown, '')), /not those of this version/);
    const changes = [{ position: { round: 10, phasesDone: 0 }, changes: { loss: 'unheard-of' } }];
    assert.match(reason(planOf(LESSON, claimOf(factsOf({}, { changes })), '')), /not those of this version/);
  });

  it('cannot be run on a collection of the learner’s own', () => {
    const plan = planOf(LESSON, claimOf(factsOf({ data: 'ownPictures' }, { collection: 'abc' })), '');
    assert.match(reason(plan), /learner’s own collection/);
  });

  it('is refused without training when it is longer than the goal counts', () => {
    for (const round of [101, 10_000_000, Number.MAX_SAFE_INTEGER]) {
      const plan = planOf(LESSON, claimOf({ ...FACTS, round }), '');
      assert.equal(plan.kind, 'fails');
      assert.match(reason(plan), /counts up to round 100; the report says round/);
    }
  });
});
