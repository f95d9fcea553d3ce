import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { writeProgram } from '../../src/code';
import { textOf } from '../../src/code/program';
import { samplesOf } from '../../src/code/samples';
import { defaultsFor, POINT_DATA, type Hyperparameters } from '../../src/shared/domain/hyperparameters';
import { createDiscriminator, createGenerator } from '../../webview/gan/networks';
import { allPairs } from '../unit/code/combinations';
import { pythonThatCan, runPython } from '../unit/code/python';

/** Makes the files that a program loads, runs it, and looks at what it leaves. */
const RUN = `
import contextlib, io, json, sys
import torch
results = []
for job in json.load(sys.stdin):
    originals = 2 * torch.rand(16, *job["shape"]) - 1
    torch.save(originals, job["data"] + ".pt")
    if job["classes"] > 0:
        kinds = torch.arange(16) % job["classes"]
        torch.save(torch.nn.functional.one_hot(kinds, job["classes"]), job["data"] + "-classes.pt")
    scope = {}
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            exec(job["text"], scope)
            results.append({"shape": list(scope["samples"].shape), "finite": bool(scope["samples"].isfinite().all())})
        except Exception as error:
            results.append({"error": f"{error!r}\\n{job['text']}"})
json.dump(results, sys.stdout)
`;

/** The standard deviations of all weights and biases of a program that is given as text. */
const DEVIATIONS = `
import json, sys
scope = {}
exec(json.load(sys.stdin), scope)
weights = [*scope["generator"].parameters(), *scope["discriminator"].parameters()]
json.dump([float(weight.std(unbiased=False)) for weight in weights], sys.stdout)
`;

describe('The program in PyTorch, where that is installed,', () => {
  it('draws its first weights as the engine does', function () {
    const python = pythonThatCan('import torch');
    if (python === undefined) {
      this.skip();
    }
    const h: Hyperparameters = { ...defaultsFor('ring'), conditional: 'yes' };
    const portraits: Hyperparameters = { ...defaultsFor('portraits') };
    for (const hyperparameters of [h, portraits]) {
      const { shape, classes } = samplesOf(hyperparameters);
      const engine = [
        createGenerator(hyperparameters, shape, classes),
        createDiscriminator(hyperparameters, shape, classes),
      ].flatMap((network) => network.parameters.map(({ standardDeviation }) => standardDeviation));
      // What comes before the loop needs no file but that of the originals.
      const [networks = ''] = textOf(writeProgram('pytorch', hyperparameters, 0)).split('optimizer_d =');
      const found: number[] = v.parse(
        v.array(v.number()),
        runPython(python, DEVIATIONS, networks.replace(/^originals = torch\.load.*$/m, '')),
      );
      assert.equal(found.length, engine.length);
      for (const [index, wanted] of engine.entries()) {
        const deviation = found[index] ?? Number.NaN;
        assert.ok(
          Math.abs(deviation - wanted) <= 0.2 * wanted,
          `weight ${index}: ${deviation}, not ${wanted}`,
        );
      }
    }
  });

  it('trains for some rounds, whatever the hyperparameters are', function () {
    const python = pythonThatCan('import torch');
    if (python === undefined) {
      this.skip();
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'pytorch-'));
    try {
      const small = { collectionSize: 16, batchSize: 4, generatorWidth: 3, discriminatorWidth: 3 };
      const combinations = [...allPairs(), ...POINT_DATA.map((data) => ({ ...defaultsFor(data), ...small }))];
      const jobs = combinations.map((h) => {
        const { shape, classes } = samplesOf(h);
        const [height = 0, width, channels] = shape;
        const channelsFirst = channels === undefined ? shape : [channels, height, width];
        return { text: textOf(writeProgram('pytorch', h, 3)), data: h.data, shape: channelsFirst, classes };
      });
      const results = runPython(python, RUN, jobs, folder);
      assert.deepEqual(
        results,
        jobs.map(({ shape }) => ({ shape: [8, ...shape], finite: true })),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
