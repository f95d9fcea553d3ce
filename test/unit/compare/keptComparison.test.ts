import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { ComparisonMemory } from '../../../webview/lesson/compare/comparisonCommands';
import { pageMemory } from '../../../webview/ui/pageMemory';

const KEPT = { running: PICTURE_DEFAULTS, name: 'r1Weight', value: 0, round: 30 } as const;

function memoryOf(state: unknown): ComparisonMemory {
  let kept = state;
  return new ComparisonMemory(pageMemory({ getState: () => kept, setState: (next) => (kept = next) }));
}

describe('A comparison that is kept', () => {
  it('is found again with the run that it was opened with', () => {
    const memory = memoryOf(undefined);
    memory.keep(KEPT);
    assert.deepEqual(memory.of(PICTURE_DEFAULTS), KEPT);
  });

  it('is none of another run', () => {
    const memory = memoryOf(undefined);
    memory.keep(KEPT);
    assert.equal(memory.of({ ...PICTURE_DEFAULTS, seed: 2 }), undefined);
  });

  it('is gone when it was closed', () => {
    const memory = memoryOf(undefined);
    memory.keep(KEPT);
    memory.forget();
    assert.equal(memory.of(PICTURE_DEFAULTS), undefined);
  });

  it('is passed over when it has another shape', () => {
    assert.equal(memoryOf({ comparison: { ...KEPT, name: 'seed' } }).of(PICTURE_DEFAULTS), undefined);
    assert.equal(memoryOf({ comparison: 'r1Weight' }).of(PICTURE_DEFAULTS), undefined);
  });
});
