import * as v from 'valibot';
import { byId, valueOf } from '../../../src/shared/domain/byId';
import { CONFIDENCES, LONGEST_REASON, type Confidence } from '../../../src/shared/domain/progress';
import type { PageMemory } from '../../ui/pageMemory';
import type { AnswerDraft } from './answerDraft';
import { IndexSchema } from '../../../src/shared/domain/numbers';

/** What stands in the fields of a question or prediction before it is given. */
export interface Draft extends AnswerDraft {
  readonly reason?: string | undefined;
  readonly confidence?: Confidence | undefined;
}

const NAME = 'answers';

const DraftsSchema = byId(
  v.object({
    chosen: v.array(IndexSchema),
    text: v.string(),
    reason: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_REASON))),
    confidence: v.optional(v.picklist(CONFIDENCES)),
  }),
);

/** Keeps answers that are not given yet, so that covering the panel does not lose them. */
export class DraftBook {
  constructor(private readonly memory: PageMemory) {}

  /** @param key the lesson and the section */
  of(key: string): Draft | undefined {
    return valueOf(this.all(), key);
  }

  /** @param draft absent once the answer is given */
  keep(key: string, draft: Draft | undefined): void {
    const { [key]: _, ...others } = this.all();
    this.memory.write(NAME, draft === undefined ? others : { ...others, [key]: draft });
  }

  private all(): Record<string, Draft> {
    const parsed = v.safeParse(DraftsSchema, this.memory.read(NAME));
    return parsed.success ? parsed.output : {};
  }
}
