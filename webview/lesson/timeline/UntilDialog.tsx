import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { QUALITY_MEASURES, type QualityMeasureName } from '../../../src/shared/domain/measures';
import { measureName } from '../../../src/shared/words/measureWords';
import { unreachable } from '../../../src/shared/result';
import type { Until } from '../../../src/shared/wire/until';
import { Button, Select } from '../../ui/controls';
import { useUniqueId } from '../../ui/uniqueId';
import { type Direction, UNTIL_KINDS, type UntilKind, untilFrom } from './untilWords';

interface UntilDialogProps {
  /** Complete rounds of the run. */
  readonly round: number;
  readonly onDone: (until: Until | undefined) => void;
}

/** Asks what a run shall play up to. It is there only while it is open. */
export function UntilDialog({ round, onDone }: UntilDialogProps): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  const [kind, setKind] = useState<UntilKind>('round');
  const [measure, setMeasure] = useState<QualityMeasureName>('miniFid');
  const [direction, setDirection] = useState<Direction>('below');
  const [text, setText] = useState('');
  useEffect(() => ref.current?.showModal(), []);
  const until = untilFrom({ kind, measure, direction, text });
  const problem = untilProblem(kind, text, until, round);
  const canRun = until !== undefined && problem === undefined;
  const noteId = useUniqueId();
  return (
    <dialog
      ref={ref}
      class="help-dialog until-dialog"
      aria-labelledby="until-title"
      onClose={() => onDone(undefined)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canRun) {
            onDone(until);
          }
        }}
      >
        <h2 id="until-title">{l10n.t('Run until')}</h2>
        <div class="until-fields">
          <Select
            label={l10n.t('What')}
            value={kind}
            options={UNTIL_KINDS.map((value) => ({ value, label: kindName(value) }))}
            onSelect={setKind}
          />
          {kind === 'quality' && (
            <>
              <Select
                label={l10n.t('Measure')}
                value={measure}
                options={QUALITY_MEASURES.map((value) => ({ value, label: measureName(value) }))}
                onSelect={setMeasure}
              />
              <Select
                label={l10n.t('is')}
                value={direction}
                options={[
                  { value: 'below', label: l10n.t('below') },
                  { value: 'above', label: l10n.t('above') },
                ]}
                onSelect={setDirection}
              />
            </>
          )}
          <label>
            {valueName(kind)}
            <input
              type="text"
              inputMode="decimal"
              value={text}
              aria-describedby={noteId}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
          <p id={noteId} class="until-note" role="status">
            {problem}
          </p>
        </div>
        <div class="dialog-buttons">
          <Button appearance="primary" disabled={!canRun} onClick={() => canRun && onDone(until)}>
            {l10n.t('Run')}
          </Button>
          <Button onClick={() => onDone(undefined)}>{l10n.t('Cancel')}</Button>
        </div>
      </form>
    </dialog>
  );
}

/** Why the run cannot be sent there; `undefined` where it can, and before anything was typed. */
function untilProblem(
  kind: UntilKind,
  text: string,
  until: Until | undefined,
  round: number,
): string | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  if (until === undefined) {
    return kind === 'round' ? l10n.t('Type a whole number.') : l10n.t('Type a number.');
  }
  return until.kind === 'round' && until.round <= round
    ? l10n.t(
        'The run is past round {0}: it is at round {1}. To look back, choose a picture of the film strip.',
        until.round,
        round,
      )
    : undefined;
}

function kindName(kind: UntilKind): string {
  switch (kind) {
    case 'round':
      return l10n.t('a round');
    case 'quality':
      return l10n.t('a measure of quality');
    case 'fooled':
      return l10n.t('the inspector is fooled');
    default:
      return unreachable(kind);
  }
}

function valueName(kind: UntilKind): string {
  switch (kind) {
    case 'round':
      return l10n.t('Round');
    case 'quality':
      return l10n.t('Value');
    case 'fooled':
      return l10n.t('by more than this many percent of the forgeries');
    default:
      return unreachable(kind);
  }
}
