import * as l10n from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import type { Activity } from '../state';
import './story.css';

/** A sentence in which what stands between `**` is set in bold. */
export function Emphasised({ text }: { text: string }) {
  return <>{text.split('**').map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part))}</>;
}

interface StoryLineProps {
  readonly activity: Activity;
  readonly story: string;
  /** The sentence that was announced last; while rounds fly by it changes less often than the one shown. */
  readonly spoken: string;
  readonly aside: string;
  /** What to show in place of the sentence when the run has stopped. */
  readonly children: ComponentChildren;
}

/**
 * The subtitle under the stage, and the only live region of the panel. Not atomic, so that of the sentence and the
 * aside only the one that changed is read.
 */
export function StoryLine({ activity, story, spoken, aside, children }: StoryLineProps) {
  return (
    <div id="storyline" data-region="storyline">
      {activity.kind !== 'stopped' && (
        <p aria-hidden="true">
          <Emphasised text={story} />
        </p>
      )}
      {activity.kind === 'resuming' && (
        <progress
          value={activity.done}
          max={Math.max(1, activity.total)}
          aria-label={l10n.t('Rounds run again')}
        />
      )}
      <div role="status" aria-live="polite" aria-atomic={false}>
        {activity.kind === 'stopped' && children}
        <p class="visually-hidden">
          <Emphasised text={spoken} />
        </p>
        <p class="visually-hidden">{aside}</p>
      </div>
    </div>
  );
}
