import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  PICTURE_DATA,
  type Hyperparameters,
  type PictureData,
} from '../../../../src/shared/domain/hyperparameters';
import { createCollection, sampleLength, type Collection } from '../../../../webview/gan/datasets';

const SIZES: readonly Hyperparameters['pictureSize'][] = [12, 16, 28];
const MODES: { readonly [K in PictureData]: number } = {
  portraits: 6,
  starryNights: 4,
  sunsets: 3,
  digits: 10,
};

function open(
  data: PictureData,
  collectionSize = 256,
  pictureSize: Hyperparameters['pictureSize'] = 16,
): Collection {
  return createCollection({ data, pictureSize, collectionSize });
}

function sample(collection: Collection, index: number): Float32Array {
  const target = new Float32Array(sampleLength(collection));
  collection.copySample(index, target, 0);
  return target;
}

/** A fingerprint of the first samples as a screen shows them. */
function fingerprint(collection: Collection): string {
  const hash = createHash('sha256');
  for (let i = 0; i < 16; i++) {
    hash.update(Uint8Array.from(sample(collection, i), (value) => Math.round(127.5 * (value + 1))));
    hash.update(Uint8Array.of(collection.modeOf(i)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Mean colour of a rectangle of a picture, in pixels. */
function meanColour(
  picture: Float32Array,
  left: number,
  top: number,
  width: number,
  height: number,
): number[] {
  return [0, 1, 2].map((channel) => {
    let sum = 0;
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) {
        sum += picture[(y * 16 + x) * 3 + channel] ?? NaN;
      }
    }
    return sum / (width * height);
  });
}

for (const data of PICTURE_DATA) {
  describe(`The collection of ${data}`, () => {
    for (const size of SIZES) {
      it(`has pictures of ${size} x ${size} pixels with values from -1 to 1`, () => {
        const collection = open(data, 8, size);
        const channels = data === 'digits' ? 1 : 3;
        assert.deepEqual(collection.sampleShape, [size, size, channels]);
        for (let i = 0; i < 8; i++) {
          assert.ok(sample(collection, i).every((value) => value >= -1 && value <= 1));
        }
      });
    }

    it('has no two equal pictures', () => {
      const collection = open(data);
      const seen = new Set<string>();
      for (let i = 0; i < collection.size; i++) {
        seen.add(sample(collection, i).join());
      }
      assert.equal(seen.size, collection.size);
    });

    it('has all modes, about equally often', () => {
      const collection = open(data, 2048);
      assert.equal(collection.modes, MODES[data]);
      const counts = Array.from({ length: collection.modes }, () => 0);
      for (let i = 0; i < collection.size; i++) {
        const mode = collection.modeOf(i);
        counts[mode] = (counts[mode] ?? 0) + 1;
      }
      const share = 1 / collection.modes;
      for (const count of counts) {
        const deviation = Math.sqrt(collection.size * share * (1 - share));
        assert.ok(Math.abs(count - collection.size * share) < 4 * deviation, `modes ${counts.join()}`);
      }
    });

    it('makes each sample from its index alone, whatever was asked for before', () => {
      const forwards = open(data, 32);
      const backwards = open(data, 4096);
      for (let i = 31; i >= 0; i--) {
        backwards.modeOf(i);
      }
      for (let i = 0; i < 32; i++) {
        assert.deepEqual(sample(forwards, i), sample(backwards, i));
        assert.equal(forwards.modeOf(i), backwards.modeOf(i));
      }
    });

    it('has the same scenes at every size', () => {
      const small = open(data, 64, 12);
      const large = open(data, 64, 28);
      for (let i = 0; i < 64; i++) {
        assert.equal(small.modeOf(i), large.modeOf(i));
      }
    });

    it('does not change by accident', () => {
      const prints = SIZES.map((size) => fingerprint(open(data, 16, size)));
      assert.deepEqual(prints, GOLDEN[data]);
    });
  });
}

describe('A collection', () => {
  it('begins with the smaller collection of the same subject', () => {
    const large = open('portraits', 100);
    const small = large.resized(10);
    assert.equal(small.size, 10);
    assert.deepEqual(sample(small, 9), sample(large, 9));
  });

  it('hands out copies', () => {
    const collection = open('portraits', 4);
    sample(collection, 1).fill(7);
    assert.ok(sample(collection, 1).every((value) => value <= 1));
  });

  it('writes a sample where it is told to and nowhere else', () => {
    const collection = open('digits', 4, 12);
    const target = new Float32Array(3 * 144).fill(9);
    collection.copySample(2, target, 144);
    assert.ok(target.subarray(0, 144).every((value) => value === 9));
    assert.deepEqual(target.subarray(144, 288), sample(collection, 2));
    assert.ok(target.subarray(288).every((value) => value === 9));
  });

  it('refuses samples that it does not have', () => {
    const collection = open('portraits', 4);
    for (const index of [-1, 4, 0.5, NaN]) {
      assert.throws(() => collection.copySample(index, new Float32Array(768), 0), RangeError);
      assert.throws(() => collection.modeOf(index), RangeError);
    }
  });
});

describe('A portrait', () => {
  const portraits = open('portraits', 120);
  const indices = Array.from({ length: 120 }, (_, i) => i);

  it('shows a background that tells the two kinds apart: more blue than green, or the other way round', () => {
    for (const i of indices) {
      const [, green = 0, blue = 0] = meanColour(sample(portraits, i), 0, 0, 2, 4);
      assert.equal(blue > green ? 0 : 1, portraits.modeOf(i) % 2);
    }
  });

  it('shows hair that tells the three kinds apart by its brightness', () => {
    const brightness = [0, 1, 2].map((hair) => {
      const values = indices
        .filter((i) => Math.floor(portraits.modeOf(i) / 2) === hair)
        .map((i) => meanColour(sample(portraits, i), 6, 3, 4, 1).reduce((sum, value) => sum + value, 0) / 3);
      return { least: Math.min(...values), most: Math.max(...values) };
    });
    const [dark, red, fair] = brightness;
    assert.ok(dark && red && fair);
    assert.ok(dark.most < red.least && red.most < fair.least);
  });

  it('has skin in the middle, redder than blue, and darker eyes on both sides', () => {
    for (const i of indices) {
      const picture = sample(portraits, i);
      const [red = 0, , blue = 0] = meanColour(picture, 7, 7, 2, 2);
      assert.ok(red > blue + 0.2);
      for (const left of [5, 8]) {
        const eyes = [];
        for (let y = 5; y <= 7; y++) {
          for (let x = left; x < left + 3; x++) {
            eyes.push(meanColour(picture, x, y, 1, 1)[0] ?? NaN);
          }
        }
        assert.ok(Math.min(...eyes) < red - 0.25, `portrait ${i}`);
      }
    }
  });
});

describe('A starry night', () => {
  it('has its brightest light on the side that its mode says', () => {
    const nights = open('starryNights', 60);
    for (let i = 0; i < 60; i++) {
      const picture = sample(nights, i);
      const [left = 0] = meanColour(picture, 1, 1, 6, 4);
      const [right = 0] = meanColour(picture, 9, 1, 6, 4);
      assert.equal(right > left ? 1 : 0, Math.floor(nights.modeOf(i) / 2), `night ${i}`);
    }
  });
});

describe('A digit', () => {
  it('is white on a black ground and neither empty nor a blot', () => {
    const digits = open('digits', 100);
    for (let i = 0; i < 100; i++) {
      const picture = sample(digits, i);
      const ink = picture.reduce((sum, value) => sum + (value + 1) / 2, 0) / picture.length;
      assert.ok(ink > 0.06 && ink < 0.4, `digit ${i} has ${ink} ink`);
      assert.ok(Math.max(...picture) > 0.8);
      assert.equal(Math.min(...picture), -1);
    }
  });
});

const GOLDEN: { readonly [K in PictureData]: readonly string[] } = {
  portraits: ['4347f0df04d2b486', '92fe6a7ecbc8ce73', '737aa218ed5b9960'],
  starryNights: ['57921b38ca3b60c4', '06e75a52259015bd', 'defcc1526be53680'],
  sunsets: ['1e590ba2eece0472', '88f4f0d91b38526e', '06b523060444dab3'],
  digits: ['428858960490c5c7', 'fd2822cac2a50640', '5aa28b6fa83e5038'],
};
