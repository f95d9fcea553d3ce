import { sampleLength, type PictureCollection } from '../datasets';
import { toPictures } from '../display/pictures';

/** Colours that a person paints with. */
const COLOURS = 12;
/** Of grey pictures. */
const GREYS = 6;
/** Originals whose colours are looked at. */
const LOOKED_AT = 96;
/** Steps of a channel; colours within one of them are counted as the same. */
const STEP = 16;
const ROUNDS = 12;

type Colour = readonly [number, number, number];

interface Counted {
  readonly colour: Colour;
  readonly weight: number;
}

/**
 * Typical colours of a collection, by k-means over the colours that occur in it. A colour counts by the root of how often
 * it occurs: lips are few pixels, and nobody can paint a face without their red. Colours only, nothing of any original.
 *
 * @returns red, green and blue of one colour after the other, the most frequent first
 */
export function paletteOf(collection: PictureCollection): Uint8ClampedArray<ArrayBuffer> {
  const counted = countColours(collection);
  const grey = collection.sampleShape[2] === 1;
  let centres = farApart(counted, grey ? GREYS : COLOURS);
  let groups = group(counted, centres);
  for (let round = 0; round < ROUNDS; round++) {
    centres = centres.map((centre, index) => meanOf(groups[index] ?? []) ?? centre);
    groups = group(counted, centres);
  }
  // By how many pixels they stand for, which the roots of the counts no longer tell.
  const pixels = groups.map((members) => members.reduce((sum, { weight }) => sum + weight ** 2, 0));
  const order = centres.map((_, index) => index).toSorted((a, b) => (pixels[b] ?? 0) - (pixels[a] ?? 0));
  return Uint8ClampedArray.from(order.flatMap((index) => [...(centres[index] ?? [])]));
}

function countColours(collection: PictureCollection): Counted[] {
  const count = Math.min(LOOKED_AT, collection.size);
  const length = sampleLength(collection);
  const values = new Float32Array(count * length);
  for (let index = 0; index < count; index++) {
    collection.copySample(index, values, index * length);
  }
  const { rgba } = toPictures(collection, values);
  const sums = new Map<number, { red: number; green: number; blue: number; count: number }>();
  for (let offset = 0; offset < rgba.length; offset += 4) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(offset, offset + 3);
    const key = [red, green, blue].reduce(
      (number, channel) => number * STEP + Math.floor((channel * STEP) / 256),
      0,
    );
    const sum = sums.get(key) ?? { red: 0, green: 0, blue: 0, count: 0 };
    sums.set(key, {
      red: sum.red + red,
      green: sum.green + green,
      blue: sum.blue + blue,
      count: sum.count + 1,
    });
  }
  return [...sums.values()].map(({ red, green, blue, count: pixels }) => ({
    colour: [red / pixels, green / pixels, blue / pixels],
    weight: Math.sqrt(pixels),
  }));
}

/** The most frequent colour, then each time the one that is farthest from all chosen, by its weight. */
function farApart(counted: readonly Counted[], most: number): Colour[] {
  const distances = counted.map(() => Infinity);
  const chosen: Colour[] = [];
  while (chosen.length < Math.min(most, counted.length)) {
    const merits = counted.map(
      ({ weight }, index) => weight * (chosen.length === 0 ? 1 : (distances[index] ?? 0)),
    );
    const best = counted[merits.indexOf(Math.max(...merits))];
    if (best === undefined) {
      break;
    }
    chosen.push(best.colour);
    counted.forEach(({ colour }, index) => {
      distances[index] = Math.min(distances[index] ?? Infinity, distance(colour, best.colour));
    });
  }
  return chosen;
}

function group(counted: readonly Counted[], centres: readonly Colour[]): Counted[][] {
  const groups: Counted[][] = centres.map(() => []);
  for (const member of counted) {
    const distances = centres.map((centre) => distance(centre, member.colour));
    groups[distances.indexOf(Math.min(...distances))]?.push(member);
  }
  return groups;
}

function meanOf(members: readonly Counted[]): Colour | undefined {
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (channel: 0 | 1 | 2): number =>
    members.reduce((sum, { colour, weight }) => sum + colour[channel] * weight, 0) / total;
  return total > 0 ? [mean(0), mean(1), mean(2)] : undefined;
}

/** Squared. */
function distance(a: Colour, b: Colour): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
