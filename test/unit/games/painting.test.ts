import assert from 'node:assert/strict';
import { lineOf, type Pixel, type Rgb } from '../../../webview/lesson/games/forger/canvas';
import { byHue, colourName } from '../../../webview/lesson/games/forger/colourNames';
import { paintAction } from '../../../webview/lesson/games/forger/paintKeys';
import {
  beginPainting,
  paint,
  shownPicture,
  type PaintAction,
  type Painting,
} from '../../../webview/lesson/games/forger/painting';

const SKY: Rgb = [120, 140, 170];
const INK: Rgb = [20, 10, 10];
const SKIN: Rgb = [230, 180, 140];
const SIZE = 6;

function begin(): Painting {
  return beginPainting(SIZE, [INK, SKIN, SKY], SKY);
}

function after(...actions: PaintAction[]): Painting {
  return actions.reduce(paint, begin());
}

/** The canvas as text: one letter for each pixel. */
function drawn(painting: Painting): string[] {
  const { work } = shownPicture(painting);
  const letters = new Map([
    [SKY.join(), '.'],
    [INK.join(), '#'],
    [SKIN.join(), 'o'],
  ]);
  return Array.from({ length: SIZE }, (_, y) =>
    Array.from({ length: SIZE }, (_unused, x) => {
      const offset = 4 * (y * SIZE + x);
      return letters.get([...work.subarray(offset, offset + 3)].join()) ?? '?';
    }).join(''),
  );
}

const at = (x: number, y: number): Pixel => ({ x, y });

describe('The canvas of who plays the forger', () => {
  it('begins in the most frequent colour', () => {
    assert.deepEqual(
      drawn(begin()),
      Array.from({ length: SIZE }, () => '......'),
    );
  });

  it('draws without gaps, however fast the pointer moves', () => {
    const line = lineOf(at(0, 1), at(5, 3));
    for (const [index, pixel] of line.entries()) {
      const before = line[index - 1] ?? pixel;
      assert.ok(Math.max(Math.abs(pixel.x - before.x), Math.abs(pixel.y - before.y)) <= 1);
    }
    assert.deepEqual(line.at(-1), at(5, 3));
    const painting = after(
      { type: 'begin', at: at(0, 0) },
      { type: 'drawTo', at: at(3, 3) },
      { type: 'end' },
    );
    assert.deepEqual(drawn(painting).slice(0, 4), ['#.....', '.#....', '..#...', '...#..']);
  });

  it('mirrors every stroke at the middle', () => {
    const painting = after({ type: 'mirror' }, { type: 'begin', at: at(1, 0) }, { type: 'end' });
    assert.equal(drawn(painting)[0], '.#..#.');
  });

  it('fills an area of one colour up to its borders, edge to edge', () => {
    const walled = after(
      { type: 'begin', at: at(2, 0) },
      { type: 'drawTo', at: at(2, 2) },
      { type: 'drawTo', at: at(0, 2) },
      { type: 'end' },
      { type: 'tool', tool: 'fill' },
      { type: 'colour', colour: 1 },
      { type: 'begin', at: at(0, 0) },
      { type: 'end' },
    );
    assert.deepEqual(drawn(walled), ['oo#...', 'oo#...', '###...', '......', '......', '......']);
  });

  it('is painted by keyboard: arrows move, Space paints, Shift and arrows draw', () => {
    const press = (painting: Painting, key: string, shiftKey = false): Painting => {
      const action = paintAction(
        { key, shiftKey, ctrlKey: false, metaKey: false, altKey: false },
        { colour: painting.colour, colours: painting.palette.length },
      );
      assert.ok(action, `${key} does nothing`);
      return paint(painting, action);
    };
    let painting = begin();
    assert.deepEqual(painting.cursor, at(3, 3));
    painting = press(painting, 'ArrowLeft');
    painting = press(painting, ' ');
    painting = press(painting, '.');
    painting = press(painting, 'ArrowUp', true);
    painting = press(painting, 'ArrowUp', true);
    assert.deepEqual(drawn(painting), ['......', '..o...', '..o...', '..o...', '......', '......']);
    painting = press(painting, 'f');
    // With the bucket nobody draws lines.
    painting = press(painting, 'ArrowRight', true);
    assert.deepEqual(painting.cursor, at(3, 1));
    assert.equal(drawn(painting)[1], '..o...');
    painting = press(painting, 'm');
    assert.ok(painting.mirror);
    painting = press(painting, ',');
    assert.equal(painting.colour, 0);
  });

  it('stays on the canvas', () => {
    const painting = after(
      { type: 'move', by: at(-9, 9), draws: false },
      { type: 'dab' },
      { type: 'begin', at: at(99, -5) },
      { type: 'end' },
    );
    assert.deepEqual(drawn(painting), ['.....#', '......', '......', '......', '......', '#.....']);
  });

  it('takes strokes back and makes them again, until something else is painted', () => {
    const two = after(
      { type: 'begin', at: at(0, 0) },
      { type: 'end' },
      { type: 'begin', at: at(1, 0) },
      { type: 'end' },
    );
    const one = paint(two, { type: 'undo' });
    assert.equal(drawn(one)[0], '#.....');
    assert.equal(drawn(paint(one, { type: 'redo' }))[0], '##....');
    const other = [{ type: 'begin', at: at(5, 0) } as const, { type: 'end' } as const].reduce(paint, one);
    assert.equal(drawn(paint(other, { type: 'redo' }))[0], '#....#');
    const cleared = paint(other, { type: 'clear' });
    assert.equal(drawn(cleared)[0], '......');
    assert.equal(drawn(paint(cleared, { type: 'undo' }))[0], '#....#');
  });

  it('counts no stroke that changes nothing', () => {
    const painting = after({ type: 'colour', colour: 2 }, { type: 'begin', at: at(2, 2) }, { type: 'end' });
    assert.equal(painting.drafts.list.length, 1);
  });

  it('gives every state that can be scored a number of its own', () => {
    const serials = new Set<number>();
    let painting = begin();
    for (let x = 0; x < SIZE; x++) {
      painting = paint(painting, { type: 'begin', at: at(x, 0) });
      serials.add(shownPicture(painting).serial);
      painting = paint(painting, { type: 'drawTo', at: at(x, 3) });
      serials.add(shownPicture(painting).serial);
      painting = paint(painting, { type: 'end' });
    }
    assert.equal(serials.size, 2 * SIZE);
  });
});

describe('The colours of a palette', () => {
  it('have names for who does not see them', () => {
    const names: readonly (readonly [Rgb, string])[] = [
      [[250, 250, 250], 'white'],
      [[10, 10, 12], 'black'],
      [[200, 40, 40], 'red'],
      [[110, 60, 30], 'dark brown'],
      [[245, 200, 160], 'light orange'],
      [[120, 140, 190], 'blue'],
      [[60, 110, 70], 'green'],
      [[230, 190, 80], 'yellow'],
    ];
    for (const [colour, name] of names) {
      assert.equal(colourName(colour), name);
    }
  });

  it('lie in the order of their hues, from dark to light', () => {
    const [darkRed, red, blue, grey]: readonly Rgb[] = [
      [90, 20, 20],
      [220, 60, 60],
      [60, 80, 200],
      [128, 128, 128],
    ];
    assert.ok(darkRed && red && blue && grey);
    assert.deepEqual(byHue([grey, blue, red, darkRed]), [darkRed, red, blue, grey]);
  });
});
