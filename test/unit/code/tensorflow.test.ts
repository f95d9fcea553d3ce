import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import * as v from 'valibot';
import { writeProgram } from '../../../src/code';
import { textOf } from '../../../src/code/program';
import { samplesOf } from '../../../src/code/samples';
import { defaultsFor, POINT_DATA, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { createDiscriminator, createGenerator } from '../../../webview/gan/networks';
import { repository } from '../../vscode/repository';
import { allPairs } from './combinations';

/** What `@tensorflow/tfjs` is, without what the programs do not use: that package takes four times the room. */
const TENSORFLOW = `
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
export * from '@tensorflow/tfjs-core';
export * from '@tensorflow/tfjs-layers';
export * from '@tensorflow/tfjs-backend-cpu';
`;

/**
 * Runs programs with TensorFlow.js as it is installed, in a process of its own, because this one has the engine's own
 * gradients. Each program is the body of a function that is given what its imports would bring.
 */
const RUN = `
import { readFileSync } from 'node:fs';
const say = console.log;
console.log = console.warn = () => {};
const tf = await import(process.argv[1]);
const Program = Object.getPrototypeOf(async function () {}).constructor;
const results = [];
for (const { text, shape, classes, result } of JSON.parse(readFileSync(0, 'utf8'))) {
  const body = text.replaceAll(/^import .*$/gm, '') + 'return ' + result + ';';
  const inputs = text.includes('import { originals')
    ? { originals: tf.randomUniform([16, ...shape], -1, 1), ...(classes > 0 && { classes: tf.oneHot(tf.range(0, 16).mod(classes).toInt(), classes).toFloat() }) }
    : {};
  try {
    results.push(await new Program('tf', ...Object.keys(inputs), body)(tf, ...Object.values(inputs)));
  } catch (error) {
    results.push(error.stack + text);
  }
}
say(JSON.stringify(results));
`;

function running(folder: string): string[] {
  return ['--input-type=module', '-e', RUN, pathToFileURL(path.join(folder, 'tf.mjs')).href];
}

function runAll(
  folder: string,
  programs: readonly Hyperparameters[],
  rounds: number,
  result: string,
): unknown {
  const jobs = programs.map((h) => ({
    ...samplesOf(h),
    text: textOf(writeProgram('tensorflow', h, rounds)),
    result,
  }));
  const { status, stdout, stderr } = spawnSync(process.execPath, running(folder), {
    input: JSON.stringify(jobs),
    encoding: 'utf8',
    cwd: repository,
    maxBuffer: 2 ** 26,
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** A number for each weight of both networks of each program. */
const WeightsSchema = v.array(v.array(v.array(v.number())));

/** Loading the library takes some seconds on a busy machine. */
const TIMEOUT_MS = 120_000;

describe('The program in TensorFlow.js', function () {
  this.timeout(TIMEOUT_MS);

  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gan-lessons-tensorflow-'));
    await esbuild.build({
      stdin: { contents: TENSORFLOW, resolveDir: repository },
      outfile: path.join(folder, 'tf.mjs'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      logLevel: 'warning',
    });
  });

  after(() => rm(folder, { recursive: true }));

  const small = { collectionSize: 16, batchSize: 4, generatorWidth: 3, discriminatorWidth: 3 };

  it('trains for some rounds, whatever the hyperparameters are', () => {
    const programs = [...allPairs(), ...POINT_DATA.map((data) => ({ ...defaultsFor(data), ...small }))];
    assert.deepEqual(
      runAll(folder, programs, 2, '[samples.shape, samples.isFinite().all().dataSync()[0]]'),
      programs.map((h) => [[8, ...samplesOf(h).shape], 1]),
    );
  });

  it('trains every network that is to be trained, and no other', () => {
    const moved = `await (async () => {
      const sum = (weights) => weights.map((w) => w.abs().sum().dataSync()[0]);
      return [before.d.some((s, i) => s !== sum(discriminatorWeights)[i]), before.g.some((s, i) => s !== sum(generatorWeights)[i])];
    })()`;
    const steps = [0, 1, 2].flatMap((d) => [0, 1, 2].map((g) => [d, g] as const));
    const programs = steps.map(([discriminatorSteps, generatorSteps]) => ({
      ...defaultsFor('ring'),
      ...small,
      discriminatorSteps,
      generatorSteps,
    }));
    const jobs = programs.map((h) =>
      textOf(writeProgram('tensorflow', h, 1)).replace(
        /^for \(let round/m,
        `const sum = (weights) => weights.map((w) => w.abs().sum().dataSync()[0]);
         const before = { d: sum(discriminatorWeights), g: sum(generatorWeights) };
         for (let round`,
      ),
    );
    const { stdout, status, stderr } = spawnSync(process.execPath, running(folder), {
      input: JSON.stringify(jobs.map((text) => ({ text, shape: [2], classes: 0, result: moved }))),
      encoding: 'utf8',
      cwd: repository,
    });
    assert.equal(status, 0, stderr);
    assert.deepEqual(
      JSON.parse(stdout),
      steps.map(([d, g]) => [d > 0, g > 0]),
    );
  });

  it('draws its first weights as the engine does', () => {
    const h: Hyperparameters = { ...defaultsFor('portraits'), conditional: 'yes' };
    const deviations = `(() => {
      const deviation = (w) => tf.moments(w).variance.sqrt().dataSync()[0];
      return [generatorWeights, discriminatorWeights].map((all) => all.map(deviation));
    })()`;
    const [found] = v.parse(WeightsSchema, runAll(folder, [h], 0, deviations));
    const { shape, classes } = samplesOf(h);
    const engine = [createGenerator(h, shape, classes), createDiscriminator(h, shape, classes)].map(
      (network) => network.parameters.map(({ standardDeviation }) => standardDeviation),
    );
    for (const [index, wanted] of engine.flat().entries()) {
      const deviation = found?.flat()[index] ?? Number.NaN;
      // The smallest tensor, the directions of the classes, has some thousand numbers.
      assert.ok(Math.abs(deviation - wanted) <= 0.1 * wanted, `weight ${index}: ${deviation}, not ${wanted}`);
    }
  });

  it('has the right gradient of R1 for every activation, by finite differences', () => {
    // Of all numbers of the first layer together; float32 allows two digits. The directions of its weights keep what it
    // gives 0.14 away from the bend of ReLU, where the slope of R1 jumps.
    const slopes = `(() => {
      const real = tf.tensor([[1, 0.3], [-0.5, 0.9], [0.2, -1.1], [-0.8, -0.6]]);
      const r1 = () => tf.grad((x) => discriminator(x).sum())(real).square().sum();
      const [w] = discriminatorWeights;
      const angles = Array.from({ length: w.shape[1] }, (_, unit) => (unit * Math.PI) / 4 + 0.05);
      w.assign(tf.tensor([angles.map(Math.cos), angles.map(Math.sin)]));
      const { grads } = tf.variableGrads(r1, discriminatorWeights);
      const values = Array.from(w.dataSync());
      const at = (index, step) => {
        w.assign(tf.tensor(values.map((value, i) => value + (i === index ? step : 0)), w.shape));
        return r1().dataSync()[0];
      };
      const numeric = values.map((_, i) => (at(i, 1e-2) - at(i, -1e-2)) / 2e-2);
      const exact = Array.from(grads[w.name].dataSync());
      return Math.hypot(...exact.map((slope, i) => slope - numeric[i])) / Math.hypot(...numeric);
    })()`;
    const programs = (['relu', 'leakyRelu', 'tanh'] as const).map((discriminatorActivation) => ({
      ...defaultsFor('ring'),
      ...small,
      discriminatorActivation,
      discriminatorDepth: 1,
      discriminatorWidth: 8,
    }));
    const errors = runAll(folder, programs, 3, slopes);
    assert.ok(Array.isArray(errors) && errors.length === 3);
    for (const error of errors) {
      assert.ok(error < 0.02, `relative errors ${errors.join(', ')}`);
    }
  });
});
