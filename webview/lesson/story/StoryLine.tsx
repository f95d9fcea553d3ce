import * as l10n from '@vscode/l10n';
import { useLitRegion } from '../litRegions';
import type { ComponentChildren, JSX } from 'preact';
import { LogGlyph, WarningGlyph } from '../../ui/controlIcons';
import { listed } from '../../ui/listed';
import type { Activity } from '../state';
import './story.css';

/** A sentence in which what stands between `**` is set in bold. */
function Emphasised({ text }: { text: string }): JSX.Element {
  return <>{text.split('**').map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part))}</>;
}

interface StoryLineProps {
  readonly activity: Activity;
  readonly story: string;
  /** The sentence that was announced last; while rounds fly by it changes less often than the one shown. */
  readonly spoken: string;
  readonly aside: string;
  /** What the run suffers from, by name; its card is with the evidence, which may be out of sight. */
  readonly illnesses: readonly string[];
  readonly onOpenLog: () => void;
  readonly onShowIllness: () => void;
  /** What to show in place of the sentence when the run has stopped. */
  readonly children: ComponentChildren;
}

/**
 * The subtitle under the stage, and the only live region of the panel. Not atomic, so that of the sentence and the
 * aside only the one that changed is read.
 */
export function StoryLine(props: StoryLineProps): JSX.Element {
  const { activity, story, spoken, aside, illnesses, onOpenLog, onShowIllness, children } = props;
  return (
    <div id="storyline" {...useLitRegion('storyline')}>
      {activity.kind !== 'stopped' && (
        <p aria-hidden="true">
          <Emphasised text={story} />
        </p>
      )}
      {activity.kind !== 'stopped' && (
        <div class="story-ways">
          {illnesses.length > 0 && (
            <button
              type="button"
              class="illness-sign"
              data-tip={l10n.t('Show the diagnosis')}
              onClick={onShowIllness}
            >
              <WarningGlyph />
              <span>{listed(illnesses)}</span>
            </button>
          )}
          <button
            type="button"
            class="open-log"
            aria-label={l10n.t('Log of the story')}
            data-tip={l10n.t('Log of the story (L)')}
            onClick={onOpenLog}
          >
            <LogGlyph />
          </button>
        </div>
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
