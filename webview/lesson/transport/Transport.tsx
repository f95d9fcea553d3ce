import * as l10n from '@vscode/l10n';
import { useState } from 'preact/hooks';
import { unreachable } from '../../../src/shared/result';
import {
  KeyboardGlyph,
  PauseGlyph,
  PhaseGlyph,
  PlayGlyph,
  RestartGlyph,
  RoundGlyph,
} from '../../ui/controlIcons';
import { Button, Select } from '../../ui/controls';
import { moveFocusWithArrows } from './arrowKeys';
import { SPEEDS, type Speed } from './player';
import './transport.css';

export interface TransportActions {
  togglePlay(): void;
  nextPhase(): void;
  nextRound(): void;
  restart(): void;
  setSpeed(speed: Speed): void;
  showHelp(): void;
}

interface TransportProps {
  readonly playing: boolean;
  /** There is a run to command. */
  readonly ready: boolean;
  /** The one primary button is elsewhere, on the stage. */
  readonly quiet: boolean;
  readonly speed: Speed;
  readonly actions: TransportActions;
}

function speedName(speed: Speed): string {
  switch (speed) {
    case 'phaseByPhase':
      return l10n.t('Phase by phase');
    case 'oneRoundASecond':
      return l10n.t('1 round a second');
    case 'fiveRoundsASecond':
      return l10n.t('5 rounds a second');
    case 'twentyRoundsASecond':
      return l10n.t('20 rounds a second');
    case 'fullSpeed':
      return l10n.t('As fast as it goes');
    default:
      return unreachable(speed);
  }
}

/** Play, step and speed. One stop of the tab key; arrows walk from control to control. */
export function Transport({ playing, ready, quiet, speed, actions }: TransportProps) {
  // The control that the tab key comes back to: the one that had the focus last.
  const [stop, setStop] = useState(0);
  const tabIndex = (index: number) => ({ tabIndex: index === stop ? 0 : -1 });
  return (
    <div
      id="transport"
      role="toolbar"
      aria-label={l10n.t('Playback')}
      data-region="transport"
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
        title={playing ? l10n.t('Pause (Space)') : l10n.t('Play (Space)')}
        onClick={actions.togglePlay}
        {...tabIndex(0)}
      >
        {playing ? <PauseGlyph slot="start" /> : <PlayGlyph slot="start" />}
        {playing ? l10n.t('Pause') : l10n.t('Play')}
      </Button>
      <Button
        class="phase"
        disabled={!ready}
        title={l10n.t('Next phase (Right arrow)')}
        onClick={actions.nextPhase}
        {...tabIndex(1)}
      >
        <PhaseGlyph slot="start" />
        {l10n.t('Phase')}
      </Button>
      <Button
        class="round-step"
        disabled={!ready}
        title={l10n.t('Next round (Shift+Right arrow)')}
        onClick={actions.nextRound}
        {...tabIndex(2)}
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
        {...tabIndex(3)}
      />
      <Button
        class="restart"
        title={l10n.t('Start again from round 0')}
        onClick={actions.restart}
        {...tabIndex(4)}
      >
        <RestartGlyph slot="start" />
        {l10n.t('Restart')}
      </Button>
      <Button
        class="help"
        appearance="icon"
        label={l10n.t('Keyboard shortcuts')}
        title={l10n.t('Keyboard shortcuts (?)')}
        onClick={actions.showHelp}
        {...tabIndex(5)}
      >
        <KeyboardGlyph />
      </Button>
    </div>
  );
}
