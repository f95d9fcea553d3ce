import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pace } from '../../src/collections/pace';
import { savedFiles } from '../../src/code/saved/savedFiles';
import {
  PICTURE_BYTES,
  pictureCollection,
  pointCollection,
  samplesOf as ownSamplesOf,
  type OwnCollection,
} from '../../src/shared/domain/collection';
import { defaultsFor, POINT_DATA, type Hyperparameters } from '../../src/shared/domain/hyperparameters';
import { decodeCheckpoint } from '../../webview/gan/checkpoint/checkpoint';
import { Random } from '../../webview/gan/random';
import { Trainer } from '../../webview/gan/trainer';
import type { SamplingState } from '../../src/shared/wire/checkpointHeader';
import { allPairs } from '../unit/code/combinations';
import { pythonThatCan } from '../unit/code/python';

/** Pixels of the program's picture of the shown samples, as bytes; from the saved tensors and networks. */
const COMPARE = `
import json, sys
sys.argv = ["gan.py", "--weights", "weights.safetensors", "--rounds", "0"]
scope = {}
exec(open("gan.py").read(), scope)
samples = scope["samples"]
if samples.dim() == 4:
    samples = samples.permute(0, 2, 3, 1)
json.dump(samples.flatten().tolist(), sys.stdout)
`;

/** Trains on what the engine draws, and prints the losses of every round. */
const LOSSES = `
import json, sys, torch
sys.argv = ["gan.py", "--weights", "weights.safetensors", "--rounds", "10"]
draws = json.load(open("draws.json"))
class Fed:
    def __init__(self, values): self.values = values
    def __getitem__(self, share): return torch.tensor(self.values)
source = open("gan.py").read().replace("if round_index % 100 == 0:", "if True:")
head, loop = source.split("for round_index in")
scope = {}
exec(head, scope)
torch.randint = lambda *_: Fed(draws["indices"].pop(0))
torch.randn = lambda *_: Fed(draws["noise"].pop(0))
loop = loop.split("latent = tensors.get")[0].split("def save_png")[0]
exec("for round_index in" + loop, scope)
`;
const ROUNDS = 10;

/** Runs the program of every folder as it is, from first weights and from those of the run. */
const RUN_ALL = `
import os, runpy, sys
home, count = os.getcwd(), 0
for folder in sorted(os.listdir(home)):
    os.chdir(os.path.join(home, folder))
    for given in ([], ["--weights", "weights.safetensors"]):
        sys.argv = ["gan.py", "--rounds", "2", *given]
        scope = runpy.run_path("gan.py")
        assert scope["samples"].isfinite().all(), folder
        count += 1
print(count, "ran")
`;

/** What the engine draws in the coming rounds, in the order in which the program asks for it. */
function draws(h: Hyperparameters, sampling: SamplingState): { indices: number[][]; noise: number[][][] } {
  const [real, latent, kinds] = [sampling.real, sampling.latent, sampling.classes ?? assert.fail()].map(
    Random.fromState,
  );
  assert.ok(real && latent && kinds);
  const indices: number[][] = [];
  const noise: number[][][] = [];
  const draw = (random: Random): void => {
    indices.push(Array.from(random.fillIntegers(new Uint32Array(h.batchSize), h.collectionSize)));
  };
  const drawLatent = (): void => {
    const values = latent.fillNormal(new Float32Array(h.batchSize * h.latentSize));
    noise.push(
      Array.from({ length: h.batchSize }, (_, row) =>
        Array.from(values.subarray(row * h.latentSize, (row + 1) * h.latentSize)),
      ),
    );
    if (h.conditional === 'yes') {
      draw(kinds);
    }
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (let step = 0; step < h.discriminatorSteps; step++) {
      draw(real);
      drawLatent();
    }
    for (let step = 0; step < h.generatorSteps; step++) {
      drawLatent();
    }
  }
  return { indices, noise };
}

function own(data: Hyperparameters['data']): OwnCollection | undefined {
  const labels = { names: ['a', 'b'], classes: Uint8Array.from({ length: 32 }, (_, i) => i % 2) };
  if (data === 'ownPictures') {
    const pictures = Array.from({ length: 32 }, (_, i) => new Uint8Array(PICTURE_BYTES).fill(8 * i));
    return pictureCollection('own', pictures, { labels });
  }
  return data === 'ownPoints'
    ? pointCollection(
        'ownPoints',
        'own',
        Float32Array.from({ length: 64 }, (_, i) => Math.sin(i)),
        { labels },
      )
    : undefined;
}

async function trained(h: Hyperparameters, rounds: number): Promise<Trainer> {
  const collection = own(h.data);
  const created = await Trainer.create(h, collection && ownSamplesOf(collection, h.pictureSize));
  const trainer = created.ok ? created.value : assert.fail(created.problem.message);
  for (let round = 0; round < rounds; round++) {
    trainer.runRound();
  }
  return trainer;
}

async function write(folder: string, h: Hyperparameters, trainer: Trainer): Promise<void> {
  const checkpoint = trainer.checkpoint();
  assert.ok(checkpoint.ok);
  const parts = { hyperparameters: h, checkpoint: checkpoint.value.bytes, own: own(h.data), rounds: 3 };
  const saved = await savedFiles(parts, new Pace({ isCancelled: false }));
  assert.ok(saved.ok);
  for (const [name, bytes] of saved.value) {
    writeFileSync(path.join(folder, name), bytes);
  }
}

function run(command: string, folder: string, ...given: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, given, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

describe('Saved code, where PyTorch is installed,', function () {
  this.timeout(30 * 60_000);
  const python = pythonThatCan('import torch, numpy');
  let folder = '';

  before(function () {
    if (python === undefined) {
      this.skip();
    }
  });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'saved-code-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const changes of [
    { data: 'portraits' },
    { data: 'portraits', conditional: 'yes', generatorNetwork: 'dense', discriminatorNetwork: 'dense' },
    {
      data: 'digits',
      generatorNormalization: 'batch',
      discriminatorNormalization: 'spectral',
      conditional: 'yes',
    },
    { data: 'ownPictures', conditional: 'yes', latentDistribution: 'uniform' },
  ] as const satisfies readonly Partial<Hyperparameters>[]) {
    it(`makes the samples that the run shows: ${Object.values(changes).join(', ')}`, async () => {
      const h: Hyperparameters = {
        ...defaultsFor(changes.data),
        ...changes,
        collectionSize: 64,
        backend: 'cpu',
      };
      const trainer = await trained(h, 5);
      await write(folder, h, trainer);
      const shown = trainer.frame({ playing: false, wholeRounds: true });
      const found: unknown = JSON.parse(run(python ?? '', folder, '-c', COMPARE));
      trainer.dispose();
      assert.ok(Array.isArray(found));
      const { rgba } = shown.fixedSamples;
      const channels = h.data === 'digits' ? 1 : 3;
      for (let pixel = 0; pixel < rgba.length / 4; pixel++) {
        for (let channel = 0; channel < channels; channel++) {
          const value = Number(found[pixel * channels + channel]);
          // The panel's pixels are bytes.
          assert.ok(Math.abs((value + 1) * 127.5 - (rgba[4 * pixel + channel] ?? NaN)) <= 0.5 + 127.5e-4);
        }
      }
    });
  }

  it('runs as it is saved, from first weights and from those of the run, whatever the hyperparameters are', async () => {
    const small = { collectionSize: 16, batchSize: 4, generatorWidth: 3, discriminatorWidth: 3 };
    const all = [...allPairs(), ...POINT_DATA.map((data) => ({ ...defaultsFor(data), ...small }))];
    for (const [index, h] of all.entries()) {
      const place = path.join(folder, String(index));
      mkdirSync(place);
      const trainer = await trained({ ...h, backend: 'cpu' }, 2);
      await write(place, h, trainer);
      trainer.dispose();
    }
    // In one process, because importing PyTorch takes longer than training.
    assert.equal(
      run(python ?? '', folder, '-c', RUN_ALL)
        .trim()
        .split('\n')
        .at(-1),
      `${2 * all.length} ran`,
    );
  });

  it('trains on as the run does when it is given the same batches', async () => {
    for (const changes of [
      { data: 'portraits' },
      { data: 'eightGaussians', conditional: 'yes', loss: 'hinge' },
      { data: 'ring', generatorOptimizer: 'rmsprop', discriminatorOptimizer: 'momentum' },
      { data: 'ring', generatorOptimizer: 'sgd', loss: 'leastSquares', averageDecay: 0 },
    ] as const satisfies readonly Partial<Hyperparameters>[]) {
      const h: Hyperparameters = {
        ...defaultsFor(changes.data),
        ...changes,
        collectionSize: 64,
        backend: 'cpu',
      };
      const trainer = await trained(h, 6);
      await write(folder, h, trainer);
      const checkpoint = trainer.checkpoint();
      const decoded = decodeCheckpoint(checkpoint.ok ? checkpoint.value.bytes : assert.fail());
      assert.ok(decoded.ok);
      writeFileSync(path.join(folder, 'draws.json'), JSON.stringify(draws(h, decoded.value.gan.sampling)));
      const engine = Array.from({ length: ROUNDS }, () => {
        trainer.runRound();
        const { metrics } = trainer.frame({ playing: false, wholeRounds: true });
        return [metrics?.discriminatorLoss ?? NaN, metrics?.generatorLoss ?? NaN];
      });
      trainer.dispose();
      const found = run(python ?? '', folder, '-c', LOSSES)
        .trim()
        .split('\n')
        .map((line) => line.split(' ').slice(1).map(Number));
      assert.equal(found.length, ROUNDS);
      for (const [round, losses] of engine.entries()) {
        for (const [side, loss] of losses.entries()) {
          const other = found[round]?.[side] ?? NaN;
          assert.ok(
            Math.abs(loss - other) <= 1e-3,
            `${Object.values(changes)}, round ${round}: ${loss}, ${other}`,
          );
        }
      }
    }
  });

  it('trains in two processes as in one', async () => {
    for (const changes of [
      { r1Interval: 1 },
      { conditional: 'yes', instanceNoise: 0.1, gradientPenaltyWeight: 1 },
    ] as const) {
      const h: Hyperparameters = { ...defaultsFor('ring'), ...changes, backend: 'cpu' };
      const trainer = await trained(h, 2);
      await write(folder, h, trainer);
      trainer.dispose();
      const losses = (text: string): number[] => text.trim().split(/\s+/).map(Number);
      const program = path.join(folder, 'gan.py');
      writeFileSync(program, readFileSync(program, 'utf8').replace('round_index % 100 == 0', 'True'));
      const given = ['gan.py', '--rounds', String(ROUNDS)];
      const alone = losses(run(python ?? '', folder, ...given));
      // As torchrun starts them; that of some distributions is broken.
      const port = String(20_000 + (process.pid % 20_000));
      const processes = [0, 1].map((rank) => {
        const place = { RANK: String(rank), WORLD_SIZE: '2', MASTER_ADDR: '127.0.0.1', MASTER_PORT: port };
        const child = spawn(python ?? '', given, { cwd: folder, env: { ...process.env, ...place } });
        return new Promise<string>((resolve, reject) => {
          const [said, errors]: [string[], string[]] = [[], []];
          child.stdout.on('data', (data) => said.push(String(data)));
          child.stderr.on('data', (data) => errors.push(String(data)));
          child.on('close', (code) =>
            code === 0 ? resolve(said.join('')) : reject(new Error(errors.join(''))),
          );
        });
      });
      const [first = '', second] = await Promise.all(processes);
      const together = losses(first);
      assert.equal(second, '');
      assert.equal(alone.length, 3 * ROUNDS);
      for (const [index, loss] of alone.entries()) {
        const other = together[index] ?? NaN;
        assert.ok(Math.abs(loss - other) <= 1e-3 * Math.max(1, Math.abs(loss)), `${alone} ${together}`);
      }
    }
  });
});
