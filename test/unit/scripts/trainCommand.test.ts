import assert from 'node:assert/strict';
import { parseCommand, usage } from '../../../scripts/train/command';
import { PICTURE_DEFAULTS, POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { PRESETS } from '../../../src/shared/domain/presets';
import { valueOf } from '../gan/support';

function training(...words: string[]) {
  const command = valueOf(parseCommand(words));
  assert.ok(command.kind === 'train');
  return command;
}

function refusal(...words: string[]): string {
  const command = parseCommand(words);
  assert.ok(!command.ok, 'it was accepted');
  return `${command.problem.message} ${command.problem.next}`;
}

describe('The command that trains without a browser', () => {
  it('trains the recipe for 800 rounds on the CPU when nothing is asked for', () => {
    assert.deepEqual(training(), {
      kind: 'train',
      hyperparameters: { ...PICTURE_DEFAULTS, backend: 'cpu' },
      rounds: 800,
      json: false,
    });
  });

  it('takes hyperparameters by their names and by their short ones', () => {
    const { hyperparameters, rounds, json, sheet } = training(
      ...['--data', 'portraits', '--seed', '3', '--rounds', '200', '--json', '--sheet', 'sheet.png'],
      ...[
        '--set',
        'loss=hinge',
        '--set',
        'gSteps=2',
        '--set',
        'dLearningRate=1e-3',
        '--set',
        'pictureSize=12',
      ],
    );
    assert.deepEqual(hyperparameters, {
      ...PICTURE_DEFAULTS,
      backend: 'cpu',
      seed: 3,
      loss: 'hinge',
      generatorSteps: 2,
      discriminatorLearningRate: 1e-3,
      pictureSize: 12,
    });
    assert.deepEqual([rounds, json, sheet], [200, true, 'sheet.png']);
  });

  it('starts from the recipe for points on points', () => {
    const { hyperparameters } = training('--data', 'ring');
    assert.deepEqual(hyperparameters, { ...POINT_DEFAULTS, data: 'ring', backend: 'cpu' });
  });

  for (const { id, changes, rounds } of PRESETS) {
    it(`starts from the preset ${id}, for as many rounds as it takes`, () => {
      const command = training('--preset', id, '--seed', '2');
      assert.equal(command.rounds, rounds);
      assert.deepEqual({ ...command.hyperparameters, ...changes, seed: 2 }, command.hyperparameters);
    });
  }

  it('lets a value on the command line win over the preset', () => {
    assert.equal(training('--preset', 'modeCollapse', '--set', 'gSteps=1').hyperparameters.generatorSteps, 1);
  });

  it('refuses what it does not know, and says what there is', () => {
    assert.match(refusal('--rounds', 'many'), /"many".*whole number/);
    assert.match(refusal('--fast'), /--fast.*--rounds/s);
    assert.match(refusal('--set', 'learning=1'), /"learning".*generatorLearningRate.*gSteps/);
    assert.match(refusal('--set', 'loss'), /"loss".*NAME=VALUE/);
    assert.match(refusal('--set', 'loss=best'), /"best".*nonSaturating.*hinge/);
    assert.match(refusal('--set', 'gSteps=11'), /"11".*from 0 to 10/);
    assert.match(refusal('--set', 'batchSize='), /from 2 to 256/);
    assert.match(refusal('--data', 'faces'), /"faces".*portraits/);
    assert.match(refusal('--preset', 'none'), /"none".*modeCollapse/);
    assert.match(refusal('--data', 'drawnPoints'), /portraits/);
    assert.match(refusal('--set', 'backend=webgl'), /one of cpu/);
  });

  it('refuses what does not go together, with the reason', () => {
    assert.match(
      refusal('--data', 'ring', '--set', 'generatorNetwork=convolutional'),
      /neighbouring pixels.*dense/,
    );
    assert.match(refusal('--set', 'discriminatorNormalization=batch'), /whole batch.*R1/);
    assert.match(refusal('--data', 'ring', '--sheet', 'sheet.png'), /no contact sheet.*--sheet/);
  });

  it('takes what goes together in whatever order it is said', () => {
    const batch = 'discriminatorNormalization=batch';
    assert.equal(training('--set', batch, '--set', 'r1Weight=0').hyperparameters.r1Weight, 0);
    assert.equal(
      training('--set', 'generatorWidth=8', '--set', 'data=ring').hyperparameters.generatorWidth,
      8,
    );
  });

  it('trains a run with each seed and each value, and knows what counts as a success', () => {
    const command = valueOf(
      parseCommand([
        ...['--seeds', '1-3,7', '--jobs', '2', '--rounds', '50', '--csv', 'table.csv'],
        ...['--vary', 'gSteps=1,2', '--success', 'convincing > 0.25'],
      ]),
    );
    assert.ok(command.kind === 'sweep');
    const { plan, runs, jobs, csv } = command;
    assert.deepEqual(plan.varied, { name: 'generatorSteps', values: [1, 2] });
    assert.deepEqual(plan.success, { measure: 'convincing', is: 'above', value: 0.25 });
    assert.deepEqual(
      [plan.seeds, plan.rounds, runs.length, jobs, csv],
      [[1, 2, 3, 7], 50, 8, 2, 'table.csv'],
    );
    assert.deepEqual(runs.at(-1)?.hyperparameters, {
      ...PICTURE_DEFAULTS,
      backend: 'cpu',
      seed: 7,
      generatorSteps: 2,
    });
  });

  it('refuses a sweep that cannot be, and says how it is said', () => {
    assert.match(refusal('--seeds', '3-1'), /"3-1".*1-20/);
    assert.match(refusal('--seeds', '1-2', '--seed', '1'), /neither/);
    assert.match(refusal('--seeds', '1-2', '--sheet', 'a.png'), /neither/);
    assert.match(refusal('--seeds', '1-2', '--jobs', '0'), /"0"/);
    assert.match(refusal('--seeds', '1-2', '--vary', 'loss'), /"loss".*NAME=VALUE/);
    assert.match(refusal('--seeds', '1-2', '--vary', 'loss=hinge,best'), /"best".*nonSaturating/);
    assert.match(refusal('--seeds', '1-2', '--success', 'beauty>1'), /"beauty>1".*miniFid/);
    assert.match(refusal('--seeds', '1-2', '--rounds', '0'), /0 rounds/);
    assert.match(refusal('--seeds', '1-1000', '--vary', 'gSteps=1,2'), /2000 runs/);
  });

  it('tells who asks for help every hyperparameter and every preset', () => {
    assert.deepEqual(parseCommand(['--help']), { ok: true, value: { kind: 'help' } });
    const text = usage();
    for (const name of [...Object.keys(PICTURE_DEFAULTS), ...PRESETS.map(({ id }) => id)]) {
      assert.ok(text.includes(`  ${name} `), name);
    }
  });
});
