import assert from 'node:assert/strict';
import { placeTip } from '../../../webview/ui/tipPlace';

const PAGE = { width: 700, height: 500 };
const TIP = { width: 200, height: 40 };

function owner(left: number, top: number) {
  return { left, top, bottom: top + 20, width: 40 };
}

describe('The place of a tip', () => {
  it('is below what it belongs to, in its middle', () => {
    assert.deepEqual(placeTip(owner(300, 100), TIP, PAGE), { left: 220, top: 126 });
  });

  it('is above it at the lower edge of the page', () => {
    assert.deepEqual(placeTip(owner(300, 470), TIP, PAGE), { left: 220, top: 424 });
  });

  it('is whole in a page that it fits into', () => {
    assert.equal(placeTip(owner(0, 100), TIP, PAGE)?.left, 6);
    assert.equal(placeTip(owner(690, 100), TIP, PAGE)?.left, 494);
  });

  it('is nowhere when that was scrolled out of sight', () => {
    assert.equal(placeTip(owner(300, -30), TIP, PAGE), undefined);
    assert.equal(placeTip(owner(300, 510), TIP, PAGE), undefined);
  });
});
