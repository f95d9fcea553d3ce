/** A state of a forgery, and what the inspector said of it. */
interface Draft<Work> {
  /** No two drafts of a game have the same. */
  readonly serial: number;
  readonly work: Work;
  /** Mean P(real); absent until it is scored. */
  readonly score?: number;
}

/** What was forged, stroke by stroke, so that each can be taken back and made again. */
export interface Drafts<Work> {
  readonly list: readonly Draft<Work>[];
  /** The draft that is shown; those after it were taken back. */
  readonly at: number;
}

/** More strokes than anybody takes back. */
const MOST_DRAFTS = 300;

export function firstDraft<Work>(work: Work, serial: number): Drafts<Work> {
  return { list: [{ serial, work }], at: 0 };
}

/** A stroke is done; what was taken back before is gone. */
export function addDraft<Work>({ list, at }: Drafts<Work>, draft: Draft<Work>): Drafts<Work> {
  const kept = [...list.slice(0, at + 1), draft].slice(-MOST_DRAFTS);
  return { list: kept, at: kept.length - 1 };
}

export function undoDraft<Work>(drafts: Drafts<Work>): Drafts<Work> {
  return drafts.at > 0 ? { ...drafts, at: drafts.at - 1 } : drafts;
}

export function redoDraft<Work>(drafts: Drafts<Work>): Drafts<Work> {
  return drafts.at < drafts.list.length - 1 ? { ...drafts, at: drafts.at + 1 } : drafts;
}

/** The inspector has scored one of them. */
export function scoreDraft<Work>(drafts: Drafts<Work>, serial: number, score: number): Drafts<Work> {
  return {
    ...drafts,
    list: drafts.list.map((draft) => (draft.serial === serial ? { ...draft, score } : draft)),
  };
}

/** Another inspector scores from now on. */
export function forgetScores<Work>({ list, at }: Drafts<Work>): Drafts<Work> {
  return { list: list.map(({ serial, work }) => ({ serial, work })), at };
}

/** The scores of the strokes up to the one that is shown; those that were never scored are left out. */
export function scoresOf<Work>({ list, at }: Drafts<Work>): number[] {
  return list.slice(0, at + 1).flatMap(({ score }) => (score === undefined ? [] : [score]));
}
