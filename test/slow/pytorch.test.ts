import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeProgram } from '../../src/code';
import { textOf } from '../../src/code/program';
import { samplesOf } from '../../src/code/samples';
import { defaultsFor, POINT_DATA } from '../../src/shared/domain/hyperparameters';
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

describe('The program in PyTorch, where that is installed,', () => {
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
