import * as assert from 'node:assert/strict';
import { gridOf } from '../../../webview/ui/pixels';

describe('The grid of a latent vector', () => {
  it('is as square as it can be and holds every value', () => {
    assert.deepEqual(gridOf(16), { columns: 4, rows: 4 });
    assert.deepEqual(gridOf(3), { columns: 2, rows: 2 });
    assert.deepEqual(gridOf(128), { columns: 12, rows: 11 });
    assert.deepEqual(gridOf(1), { columns: 1, rows: 1 });
  });
});
