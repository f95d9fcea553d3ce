import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { LessonStep } from '../../../src/shared/domain/lesson';
import type { RunFrame } from '../../../src/shared/wire/run';
import type { Until } from '../../../src/shared/wire/until';
import { StopGlyph } from '../../ui/controlIcons';
import { Button, Select } from '../../ui/controls';
import { goalsOf } from './goals';
import { untilProgress, untilText } from './untilWords';

interface RunUntilProps {
  readonly frame: RunFrame | undefined;
  /** What the run plays up to at the moment, if anything. */
  readonly until: Until | undefined;
  /** The step of the lesson that is being read. */
  readonly step: LessonStep | undefined;
  readonly tabIndex: number;
  readonly onPlayUntil: (until: Until) => void;
  readonly onStop: () => void;
  /** The person wants to say until when. */
  readonly onAsk: () => void;
}

/** The option that stands for the question itself. */
const NOTHING_CHOSEN = '';
/** The option that leads to the dialog. */
const OTHER = 'other';

/** A choice of what to play up to; while a run is on its way there, how far it is, and a way to stop it. */
export function RunUntil(props: RunUntilProps): JSX.Element {
  const { frame, until, step, tabIndex, onPlayUntil, onStop, onAsk } = props;
  if (until !== undefined && frame !== undefined) {
    return <Progress frame={frame} until={until} tabIndex={tabIndex} onStop={onStop} />;
  }
  const goals = frame === undefined ? [] : goalsOf(frame, step);
  const choose = (id: string): void => {
    const goal = goals.find((candidate) => candidate.id === id);
    if (id === OTHER) {
      onAsk();
    } else if (goal !== undefined) {
      onPlayUntil(goal.until);
    }
  };
  return (
    <Select
      class="until"
      label={l10n.t('Run until')}
      value={NOTHING_CHOSEN}
      options={[
        { value: NOTHING_CHOSEN, label: l10n.t('Run until…') },
        ...goals.map(({ id, label }) => ({ value: id, label })),
        { value: OTHER, label: l10n.t('another round or measure…') },
      ]}
      tabIndex={tabIndex}
      onSelect={choose}
    />
  );
}

interface ProgressProps {
  readonly frame: RunFrame;
  readonly until: Until;
  readonly tabIndex: number;
  readonly onStop: () => void;
}

function Progress({ frame, until, tabIndex, onStop }: ProgressProps): JSX.Element {
  const { now, share } = untilProgress(until, frame);
  const goal = untilText(until);
  return (
    <div class="until until-progress">
      <span>
        <span>{goal}</span>
        <span class="until-now">{now}</span>
        <progress
          aria-label={l10n.t('On the way to: {0}', goal)}
          max={1}
          {...(share !== undefined && { value: share })}
        />
      </span>
      <Button
        appearance="icon"
        label={l10n.t('Stop')}
        tip={l10n.t('Stop (Space)')}
        onClick={onStop}
        tabIndex={tabIndex}
      >
        <StopGlyph />
      </Button>
    </div>
  );
}
