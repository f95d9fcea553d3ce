import assert from 'node:assert/strict';
import { distanceTo, scrollAfterLayout, type ScrollPlace } from '../../../webview/ui/scrolling';

const ROOM = { top: 100, bottom: 300 };

function distances(
  place: ScrollPlace,
  ...extents: readonly (readonly [top: number, bottom: number])[]
): number[] {
  return extents.map(([top, bottom]) => distanceTo({ top, bottom }, ROOM, place));
}

describe('What is brought into view', () => {
  it('moves no farther than to where it is seen', () => {
    assert.deepEqual(distances('nearest', [120, 150], [80, 110], [290, 310]), [0, -20, 10]);
  });

  it('stays where it is when it fills the room', () => {
    assert.deepEqual(distances('nearest', [50, 400], [100, 300]), [0, 0]);
  });

  it('fills the room when it is higher', () => {
    assert.deepEqual(distances('nearest', [150, 400], [0, 250]), [50, -50]);
  });

  it('stands at an edge or in the middle where that is asked for', () => {
    assert.deepEqual(
      [distances('start', [120, 150]), distances('center', [120, 160]), distances('end', [120, 150])],
      [[20], [-60], [-150]],
    );
  });
});

describe('A page that is put somewhere', () => {
  it('stays there when a smooth scrolling beside it moves it once more', () => {
    let top = 0;
    const frames: (() => void)[] = [];
    scrollAfterLayout(
      () => {
        top = 300;
      },
      (callback) => frames.push(callback),
    );
    assert.equal(top, 300, 'at once');
    // As the browser does: what it had scrolled meanwhile comes with the next frame.
    top += 40;
    while (frames.length > 0) {
      frames.shift()?.();
    }
    assert.equal(top, 300, 'for good');
  });
});
