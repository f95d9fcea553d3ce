import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS, SPECS } from '../../../src/shared/domain/hyperparameters';
import type { SweepPlan } from '../../../src/shared/domain/sweeps/plan';
import type { TrialOutcome } from '../../../src/shared/wire/sweep';
import { runOfCheckpoint, type SavedRun } from '../../../src/shared/wire/checkpoint';
import {
  choicesOf,
  conditionIn,
  suggestedValues,
  VARIED_NAMES,
  valuesIn,
} from '../../../src/sweeps/sweepInput';
import { SweepStore } from '../../../src/sweeps/sweepStore';
import { Sweeps } from '../../../src/sweeps/sweeps';
import { RunHistory } from '../../../webview/gan/history/runHistory';
import { SMALL, trainerOf, valueOf } from '../gan/support';
import { memoryFolder } from '../session/memoryFolder';
import { TestLog } from '../session/testRuns';

const PLAN: SweepPlan = {
  hyperparameters: SMALL,
  seeds: [1, 2],
  rounds: 3,
  success: { measure: 'miniFid', is: 'below', value: 0.1 },
};
const OUTCOME: TrialOutcome = {
  kind: 'done',
  index: 1,
  round: 3,
  measures: { miniFid: 0.5 },
  picture: 'data:image/png;base64,AAAA',
};

async function savedRun(): Promise<SavedRun> {
  const history = new RunHistory(await trainerOf());
  const { position, bytes } = valueOf(history.checkpoint());
  history.dispose();
  return runOfCheckpoint({ hyperparameters: SMALL, backend: 'cpu', position, wholeRounds: true, bytes });
}

/** The sweeps of a workspace; another call with the same files is another window, or the same after a reload. */
function workspace(files = new Map<string, Uint8Array<ArrayBuffer>>()) {
  let names = 0;
  const log = new TestLog();
  const store = new SweepStore(memoryFolder(files), log);
  const uniqueName = () => String((names += 1)).padStart(16, '0');
  return { files, log, store, sweeps: new Sweeps(store, () => Promise.resolve(undefined), uniqueName) };
}

describe('The sweep of a workspace', () => {
  it('comes back after a reload with all that had come of it, and goes on', async () => {
    const { files, store, sweeps } = workspace();
    const { record } = sweeps.begin(PLAN, undefined);
    sweeps.take(record.id, OUTCOME, undefined);
    await store.flush();
    const later = valueOf(await workspace(files).sweeps.load());
    assert.deepEqual(later.record, { ...record, isTraining: true, outcomes: [OUTCOME] });
  });

  it('stays stopped after a reload when the person had stopped it', async () => {
    const { files, store, sweeps } = workspace();
    sweeps.begin(PLAN, undefined);
    sweeps.setTraining(false);
    await store.flush();
    assert.equal(valueOf(await workspace(files).sweeps.load()).record.isTraining, false);
  });

  it('has for each trial the run that can be put on the stage', async () => {
    const { files, store, sweeps } = workspace();
    const { record } = sweeps.begin(PLAN, undefined);
    const run = await savedRun();
    sweeps.take(record.id, OUTCOME, run);
    await store.flush();
    const reloaded = workspace(files).sweeps;
    await reloaded.load();
    const { checkpoint: _, ...found } = valueOf(await reloaded.run(1));
    const { checkpoint: _own, ...known } = run;
    assert.deepEqual(found, known);
    const missing = await reloaded.run(0);
    assert.ok(!missing.ok && /not kept/.test(missing.problem.message));
  });

  it('is replaced by the next one, whose trials those of the last cannot become', async () => {
    const { files, store, sweeps } = workspace();
    const first = sweeps.begin(PLAN, undefined).record.id;
    sweeps.take(first, OUTCOME, await savedRun());
    const second = sweeps.begin(PLAN, undefined).record.id;
    sweeps.take(first, OUTCOME, undefined);
    await store.flush();
    assert.notEqual(first, second);
    assert.deepEqual(sweeps.current?.record.outcomes, []);
    assert.deepEqual([...files.keys()], ['sweep.json']);
  });

  it('is none where none was begun, or its file cannot be read, which is told in the log', async () => {
    const empty = await workspace().sweeps.load();
    assert.ok(!empty.ok && /GAN: Sweep…/.test(empty.problem.next));
    for (const text of ['no JSON', '{"version":2}']) {
      const { log, sweeps } = workspace(new Map([['sweep.json', new TextEncoder().encode(text)]]));
      assert.ok(!(await sweeps.load()).ok);
      assert.match(log.lines.join(), /could not be read/);
    }
  });
});

describe('What a person says of a sweep', () => {
  it('varies every hyperparameter but seed and backend', () => {
    assert.ok(VARIED_NAMES.includes('r1Weight') && VARIED_NAMES.includes('loss'));
    assert.ok(!VARIED_NAMES.includes('seed') && !VARIED_NAMES.includes('backend'));
  });

  it('has values in the range of the hyperparameter, each once', () => {
    assert.deepEqual(valueOf(valuesIn('r1Weight', '0, 0.6；1e-1 0.6')), [0, 0.6, 0.1]);
    assert.deepEqual(valueOf(valuesIn('loss', 'hinge,nonSaturating')), ['hinge', 'nonSaturating']);
    for (const [text, reason] of [
      ['32, 300', /"300".*whole number from 2 to 256/],
      ['1.5', /whole number/],
      ['many', /"many"/],
      [' , ', /no value/],
    ] as const) {
      const values = valuesIn('batchSize', text);
      assert.ok(!values.ok && reason.test(values.problem.message), text);
    }
  });

  it('begins with values around the present one that can all be', () => {
    for (const name of VARIED_NAMES) {
      const spec = SPECS[name];
      if (spec.kind === 'number') {
        const suggested = suggestedValues(spec, Number(PICTURE_DEFAULTS[name]));
        assert.ok(suggested.length > 0, name);
        assert.ok(valuesIn(name, suggested.join(', ')).ok, `${name}: ${suggested.join(', ')}`);
      }
    }
    assert.deepEqual(suggestedValues(SPECS.batchSize, 32), [16, 32, 64]);
  });

  it('compares the collections that everybody has with the present one', () => {
    const choices = choicesOf('data', { ...PICTURE_DEFAULTS, data: 'drawnPoints' });
    assert.ok(choices.includes('drawnPoints') && choices.includes('portraits'));
    assert.ok(!choices.includes('ownPictures'));
  });

  it('has a bound that the measure can reach', () => {
    assert.deepEqual(valueOf(conditionIn('miniFid', '<0.1')), {
      measure: 'miniFid',
      is: 'below',
      value: 0.1,
    });
    assert.deepEqual(valueOf(conditionIn('convincing', ' ＞ 0.25 ')), {
      measure: 'convincing',
      is: 'above',
      value: 0.25,
    });
    for (const text of ['0.1', '> ', '> 2', '< -1', '= 0.5', '']) {
      assert.ok(!conditionIn('convincing', text).ok, text);
    }
  });
});
