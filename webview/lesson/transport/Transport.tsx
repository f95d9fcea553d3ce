import * as l10n from '@vscode/l10n';
import { useLitRegion } from '../litRegions';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LessonStep } from '../../../src/shared/domain/lesson';
import type { RunFrame } from '../../../src/shared/wire/run';
import type { Until } from '../../../src/shared/wire/until';
import {
  KeyboardGlyph,
  PauseGlyph,
  PhaseGlyph,
  PlayGlyph,
  PreviousPhaseGlyph,
  RestartGlyph,
  RoundGlyph,
} from '../../ui/controlIcons';
import { Button, Select } from '../../ui/controls';
import { RunUntil } from '../timeline/RunUntil';
import { UntilDialog } from '../timeline/UntilDialog';
import { moveFocusWithArrows } from './arrowKeys';
import { SPEEDS, speedName, type Speed } from './speeds';
import './transport.css';

interface TransportActions {
  togglePlay(): void;
  pause(): void;
  nextPhase(): void;
  previousPhase(): void;
  nextRound(): void;
  playUntil(until: Until): void;
  restart(): void;
  setSpeed(speed: Speed): void;
  showHelp(): void;
}

interface TransportProps {
  readonly frame: RunFrame | undefined;
  readonly playing: boolean;
  /** What ends the playing, if anything does. */
  readonly until: Until | undefined;
  /** There is a run to command. */
  readonly ready: boolean;
  /** The one primary button is elsewhere, on the stage. */
  readonly quiet: boolean;
  readonly speed: Speed;
  /** The step of the lesson that is being read. */
  readonly step: LessonStep | undefined;
  readonly actions: TransportActions;
}

/** Play, step and speed. One stop of the tab key; arrows walk from control to control. */
export function Transport(props: TransportProps): JSX.Element {
  const { frame, playing, until, ready, quiet, speed, step, actions } = props;
  // The control that the tab key comes back to: the one that had the focus last.
  const [stop, setStop] = useState(0);
  const [asking, setAsking] = useState(false);
  const stopAt = (index: number): number => (index === stop ? 0 : -1);
  const isAtStart = frame === undefined || (frame.position.round === 0 && frame.position.phasesDone === 0);
  return (
    <>
      <div
        id="transport"
        role="toolbar"
        aria-label={l10n.t('Playback')}
        {...useLitRegion('transport')}
        onKeyDown={moveFocusWithArrows}
        onFocusCapture={(event) => {
          const controls = [...event.currentTarget.querySelectorAll('vscode-button, select')];
          setStop(
            Math.max(
              0,
              controls.findIndex((control) => control === event.target),
            ),
          );
        }}
      >
        <Button
          class="play"
          appearance={quiet ? 'secondary' : 'primary'}
          disabled={!ready}
          tip={playing ? l10n.t('Pause (Space)') : l10n.t('Play (Space)')}
          onClick={actions.togglePlay}
          tabIndex={stopAt(0)}
        >
          {playing ? <PauseGlyph slot="start" /> : <PlayGlyph slot="start" />}
          {playing ? l10n.t('Pause') : l10n.t('Play')}
        </Button>
        <Button
          class="back"
          disabled={!ready || isAtStart}
          label={l10n.t('Previous phase')}
          tip={l10n.t('Previous phase (Left arrow)')}
          onClick={actions.previousPhase}
          tabIndex={stopAt(1)}
        >
          <PreviousPhaseGlyph />
        </Button>
        <Button
          class="phase"
          disabled={!ready}
          tip={l10n.t('Next phase (Right arrow)')}
          onClick={actions.nextPhase}
          tabIndex={stopAt(2)}
        >
          <PhaseGlyph slot="start" />
          {l10n.t('Phase')}
        </Button>
        <Button
          class="round-step"
          disabled={!ready}
          tip={l10n.t('Next round (Shift+Right arrow)')}
          onClick={actions.nextRound}
          tabIndex={stopAt(3)}
        >
          <RoundGlyph slot="start" />
          {l10n.t('Round')}
        </Button>
        <Select
          class="speed"
          label={l10n.t('Speed')}
          value={speed}
          options={SPEEDS.map((value) => ({ value, label: speedName(value) }))}
          onSelect={actions.setSpeed}
          tabIndex={stopAt(4)}
        />
        <RunUntil
          frame={ready ? frame : undefined}
          until={until}
          step={step}
          tabIndex={stopAt(5)}
          onPlayUntil={actions.playUntil}
          onStop={actions.pause}
          onAsk={() => setAsking(true)}
        />
        <Button
          class="restart"
          label={l10n.t('Restart')}
          tip={l10n.t('Start again from round 0')}
          onClick={actions.restart}
          tabIndex={stopAt(6)}
        >
          <RestartGlyph />
        </Button>
        <Button
          class="help"
          label={l10n.t('Keyboard shortcuts')}
          tip={l10n.t('Keyboard shortcuts (?)')}
          onClick={actions.showHelp}
          tabIndex={stopAt(7)}
        >
          <KeyboardGlyph />
        </Button>
      </div>
      {asking && (
        <UntilDialog
          round={frame?.position.round ?? 0}
          onDone={(wanted) => {
            setAsking(false);
            if (wanted !== undefined) {
              actions.playUntil(wanted);
            }
          }}
        />
      )}
    </>
  );
}
