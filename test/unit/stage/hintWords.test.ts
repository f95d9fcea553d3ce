import * as assert from 'node:assert/strict';
import { hasVanished, hintSize } from '../../../webview/lesson/stage/view/hintWords';

describe('The size of a hint', () => {
  it('is a plain number in a healthy run', () => {
    assert.equal(hintSize(0.534), 'size 0.53');
    assert.ok(!hasVanished(0.2));
  });

  it('is a power of ten, and said to vanish, where hardly anything arrives', () => {
    assert.equal(hintSize(1.7e-10), 'size 10⁻¹⁰: vanishing');
    assert.equal(hintSize(0.004), 'size 10⁻²: vanishing');
  });

  it('is nothing where nothing arrives', () => {
    assert.equal(hintSize(0), 'size 0: vanishing');
  });
});
