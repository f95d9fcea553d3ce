import * as v from 'valibot';
import type { PageMemory } from '../../../ui/pageMemory';
import type { Begun } from './forging';

const NAME = 'sketchbook';

const ByteSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255));
const SketchesSchema = v.record(
  v.string(),
  v.object({
    picture: v.optional(v.array(ByteSchema)),
    points: v.optional(v.array(v.pipe(v.number(), v.finite()))),
  }),
);

/** Keeps what a person is forging, so that neither leaving the game nor covering the panel loses it. */
export class Sketchbook {
  constructor(private readonly memory: PageMemory) {}

  /** @param key the lesson and its data */
  of(key: string): Begun {
    const { picture, points } = this.all()[key] ?? {};
    return {
      picture: picture && Uint8ClampedArray.from(picture),
      points: points && Float32Array.from(points),
    };
  }

  keep(key: string, { picture, points }: Begun): void {
    this.memory.write(NAME, {
      ...this.all(),
      [key]: { ...(picture && { picture: [...picture] }), ...(points && { points: [...points] }) },
    });
  }

  private all(): v.InferOutput<typeof SketchesSchema> {
    const parsed = v.safeParse(SketchesSchema, this.memory.read(NAME));
    return parsed.success ? parsed.output : {};
  }
}
