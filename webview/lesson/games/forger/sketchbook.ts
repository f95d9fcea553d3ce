import * as v from 'valibot';
import type { PageMemory } from '../../../ui/pageMemory';
import type { Begun } from './forging';
import { FiniteSchema, whole } from '../../../../src/shared/domain/numbers';

const NAME = 'sketchbook';

const ByteSchema = whole(0, 255);
const SketchesSchema = v.record(
  v.string(),
  v.object({
    picture: v.optional(v.array(ByteSchema)),
    points: v.optional(v.array(FiniteSchema)),
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
