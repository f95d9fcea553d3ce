import * as l10n from '@vscode/l10n';
import type { LessonStep } from '../../../src/shared/domain/lesson';
import { isQualityMeasure } from '../../../src/shared/domain/measures';
import { percent } from '../../ui/l10n';
import type { RunFrame } from '../../../src/shared/wire/run';
import type { Until } from '../../../src/shared/wire/until';
import { untilText } from './untilWords';

/** Something that a run can play up to. */
interface Goal {
  readonly id: string;
  readonly label: string;
  readonly until: Until;
}

/** A first glance, a sketch, recognisable pictures, good ones, and the end of the course's longest runs. */
const ROUNDS = [10, 50, 100, 200, 400, 800];
/** Recognisable portraits have less than 0.2, good ones about half of that. */
const GOOD_MINI_FID = 0.15;
const FOOLED_SHARE = 0.4;

/**
 * What a run at this moment can be told to play up to.
 *
 * @param step the step of the lesson that is being read, whose goals come first
 */
export function goalsOf({ position, quality }: RunFrame, step?: LessonStep): Goal[] {
  const rounds = ROUNDS.filter((round) => round > position.round).map((round): Goal => ({
    id: `round ${round}`,
    label: l10n.t('round {0}', round),
    until: { kind: 'round', round },
  }));
  const fooled: Goal = {
    id: 'fooled',
    label: l10n.t('more than {0} fooled', percent(FOOLED_SHARE)),
    until: { kind: 'fooled', share: FOOLED_SHARE },
  };
  const untilGood: Until = { kind: 'quality', measure: 'miniFid', is: 'below', value: GOOD_MINI_FID };
  const good: Goal = { id: 'good', label: untilText(untilGood), until: untilGood };
  const isGood = quality !== undefined && quality.miniFid < GOOD_MINI_FID;
  return [...lessonGoals(step, position.round), ...rounds, ...(isGood ? [] : [good]), fooled];
}

/** The goals of a step: the round at which each is judged, or else the first of its measures that a run can wait for. */
function lessonGoals(step: LessonStep | undefined, round: number): Goal[] {
  return (step?.sections ?? []).flatMap((section): Goal[] => {
    if (section.kind !== 'goal') {
      return [];
    }
    const until = untilOf(section);
    const isOver = until?.kind === 'round' && until.round <= round;
    return until === undefined || isOver
      ? []
      : [{ id: `goal ${section.id}`, label: l10n.t('goal: {0}', untilText(until)), until }];
  });
}

function untilOf({
  time,
  conditions,
}: Extract<LessonStep['sections'][number], { kind: 'goal' }>): Until | undefined {
  if (time.at !== undefined) {
    return { kind: 'round', round: time.at };
  }
  for (const { measure, is, value } of conditions) {
    if (isQualityMeasure(measure)) {
      return { kind: 'quality', measure, is, value };
    }
  }
  return time.by === undefined ? undefined : { kind: 'round', round: time.by };
}
