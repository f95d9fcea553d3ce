import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { decodeRunFile, encodeRunFile } from '../../../src/runFiles/runFile';
import type { SavedRun } from '../../../src/shared/wire/checkpoint';
import { packCheckpoint, unpackCheckpoint } from '../../../src/shared/wire/checkpointFile';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { Trainer } from '../../../webview/gan/trainer';
import { checkpointOf, runRounds, trainerOf, valueOf } from '../gan/support';

describe('A run that a person keeps as a file', () => {
  let saved: SavedRun;

  before(async () => {
    const trainer = await trainerOf();
    runRounds(trainer, 3);
    const hyperparameters = trainer.hyperparameters;
    saved = {
      hyperparameters,
      backend: 'cpu',
      position: { round: 5, phasesDone: 2 },
      checkpointPosition: { round: 3, phasesDone: 0 },
      wholeRounds: false,
      checkpoint: Uint8Array.from(checkpointOf(trainer)),
    };
    trainer.dispose();
  });

  function file(): Uint8Array {
    return valueOf(encodeRunFile({ ...saved, id: 'mine', experiment: 'crowds' }));
  }

  function reasonAgainst(bytes: Uint8Array): string {
    const opened = decodeRunFile(bytes);
    assert.ok(!opened.ok);
    assert.match(opened.problem.next, /Your own run stays as it was/);
    return opened.problem.message;
  }

  it('comes back with its hyperparameters, its backend and where it stood', () => {
    const { checkpoint: _, ...others } = valueOf(decodeRunFile(file()));
    const { checkpoint: __, ...expected } = saved;
    assert.deepEqual(others, expected);
  });

  it('goes on bit for bit as the run itself does', async () => {
    const original = valueOf(await Trainer.resume(saved.checkpoint, 'cpu'));
    const opened = valueOf(await Trainer.resume(valueOf(decodeRunFile(file())).checkpoint, 'cpu'));
    runRounds(original, 2);
    runRounds(opened, 2);
    assert.deepEqual(checkpointOf(opened), checkpointOf(original));
    original.dispose();
    opened.dispose();
  });

  describe('of version 0.1.0', () => {
    const fixture = async (): Promise<Uint8Array> =>
      readFile('test/unit/runFiles/fixtures/version-0.1.0-at-round-1e9.ganrun');

    /** The file as that version wrote it, with another position in its header. */
    async function standingAt(round: number): Promise<Uint8Array> {
      const { header, floats, pictures } = valueOf(unpackCheckpoint(await fixture()));
      const json = new TextDecoder().decode(header).replace('"round":1000000000', `"round":${round}`);
      return packCheckpoint({
        header: new TextEncoder().encode(json),
        floats: [floats],
        pictures: [pictures],
      });
    }

    it('opens, and goes on', async () => {
      const run = valueOf(decodeRunFile(await standingAt(5)));
      assert.equal(run.position.round, 5);
      const trainer = valueOf(await Trainer.resume(run.checkpoint, 'cpu'));
      runRounds(trainer, 2);
      assert.equal(trainer.position.round, 5);
      trainer.dispose();
    });

    it('is refused when it claims a round that nobody can wait for', async () => {
      assert.match(reasonAgainst(await fixture()), /round 1000000000, but its checkpoint is of round 3/);
    });
  });

  it('can be saved again after it was opened', () => {
    const again = valueOf(encodeRunFile(valueOf(decodeRunFile(file()))));
    assert.deepEqual(again, file());
  });

  it('is never before its checkpoint, whatever the file says', () => {
    const early = { ...saved, position: { round: 1, phasesDone: 0 } };
    const run = valueOf(decodeRunFile(valueOf(encodeRunFile(early))));
    assert.deepEqual(run.position, saved.checkpointPosition);
  });

  it('is refused when it is cut off, damaged or another kind of file', () => {
    assert.match(reasonAgainst(file().subarray(0, 1000)), /cut off/);
    const damaged = file();
    damaged[100] = (damaged[100] ?? 0) ^ 1;
    assert.match(reasonAgainst(damaged), /damaged/);
    assert.match(reasonAgainst(new TextEncoder().encode('GIF89a')), /not a checkpoint/);
  });

  it('is refused when it has what this version does not know, or does not say where it stood', () => {
    const { header, floats, pictures } = valueOf(unpackCheckpoint(saved.checkpoint));
    const json: unknown = JSON.parse(new TextDecoder().decode(header));
    assert.ok(typeof json === 'object');
    const withRun = (run: unknown) =>
      packCheckpoint({
        header: new TextEncoder().encode(JSON.stringify({ ...json, run })),
        floats: [floats],
        pictures: [pictures],
      });
    const others = { backend: 'cpu', position: { round: 3, phasesDone: 0 }, wholeRounds: true };
    const unknown = { ...PICTURE_DEFAULTS, loss: 'of the future' };
    const checkpointPosition = { round: 3, phasesDone: 0 };
    assert.match(
      reasonAgainst(withRun({ ...others, hyperparameters: unknown, checkpointPosition })),
      /does not know/,
    );
    assert.match(reasonAgainst(withRun({ ...others, hyperparameters: PICTURE_DEFAULTS })), /does not know/);
    assert.match(reasonAgainst(saved.checkpoint), /does not know/);
  });
});
