import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SPECS, type HyperparameterName, type NumberSpec } from '../../src/shared/domain/hyperparameters';
import { InfoGlyph, RestartGlyph } from '../ui/controlIcons';
import { Select, Slider, TextField } from '../ui/controls';
import { aboutText } from './about';
import { offeredChoices, valueLabel } from '../../src/shared/words/choiceLabels';
import { standingOf, type FormValues } from './formState';
import { SLIDER_STEPS, hasSlider, slideTo, toPosition } from './sliderScale';
import { useUniqueId } from '../ui/uniqueId';
import { typedNumber } from '../ui/typedNumber';

interface HyperparameterFieldProps {
  readonly name: HyperparameterName;
  readonly values: FormValues;
  /** What is in the field while it is edited or waits to be mended. */
  readonly draft: string | undefined;
  /** Why the draft was refused. */
  readonly refusal: string | undefined;
  readonly onType: (name: HyperparameterName, text: string) => void;
  /** The person is done with an edit. */
  readonly onEdit: (name: HyperparameterName, text: string) => void;
}

/** One hyperparameter with its label, its control, and how it stands against the lesson and the run. */
export function HyperparameterField(props: HyperparameterFieldProps): JSX.Element {
  const { name, values, refusal } = props;
  const noteId = useUniqueId();
  const aboutId = useUniqueId();
  const [explained, setExplained] = useState(false);
  const spec = SPECS[name];
  const { changed, needsRestart, locked } = standingOf(values, name);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal !== undefined) {
      // The reason stands below the field, where the bar with the restart button may cover it.
      field.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [refusal]);
  return (
    <div ref={field} class={changed ? 'field changed' : 'field'} data-hyperparameter={name}>
      {spec.kind === 'number' ? (
        <NumberControl {...props} spec={spec} noteId={noteId} locked={locked} />
      ) : (
        <Select
          label={spec.label()}
          value={String(values.wanted[name])}
          options={offeredChoices(name, values.wanted[name], values.ownData).map((value) => ({
            value: String(value),
            label: valueLabel(value),
          }))}
          descriptionId={noteId}
          disabled={locked}
          onSelect={(value) => props.onEdit(name, value)}
        />
      )}
      <button
        type="button"
        class="about-button"
        aria-label={l10n.t('About: {0}', spec.label())}
        aria-expanded={explained}
        aria-controls={aboutId}
        data-tip={aboutText(name)}
        onClick={() => setExplained(!explained)}
      >
        <InfoGlyph />
      </button>
      <div id={noteId} class="field-notes">
        {/* Describes the field for a screen reader whether it is shown or not. */}
        <p id={aboutId} class={explained ? 'about' : 'visually-hidden'}>
          {aboutText(name)}
        </p>
        {locked && <small class="locked">{l10n.t('The lesson holds this one fixed here.')}</small>}
        {refusal !== undefined && (
          <p class="refusal" role="alert">
            {refusal}
          </p>
        )}
        {changed && <small>{l10n.t('Lesson value: {0}', valueLabel(values.defaults[name]))}</small>}
        {needsRestart && (
          <span class="needs-restart">
            <RestartGlyph /> {l10n.t('restart to apply')}
          </span>
        )}
      </div>
    </div>
  );
}

interface NumberControlProps extends HyperparameterFieldProps {
  readonly spec: NumberSpec;
  readonly noteId: string;
  readonly locked: boolean;
}

function NumberControl({
  name,
  values,
  draft,
  refusal,
  spec,
  noteId,
  locked,
  onType,
  onEdit,
}: NumberControlProps): JSX.Element {
  const text = draft ?? String(values.wanted[name]);
  const shown = typedNumber(text) ?? Number(values.wanted[name]);
  const done = (): void => {
    if (draft !== undefined) {
      onEdit(name, draft);
    }
  };
  return (
    <>
      <TextField
        label={spec.label()}
        value={text}
        descriptionId={noteId}
        invalid={refusal !== undefined}
        disabled={locked}
        inputMode={spec.integer ? 'numeric' : 'decimal'}
        onType={(input) => onType(name, input)}
        onDone={done}
      />
      {hasSlider(spec) && (
        <Slider
          label={spec.label()}
          position={toPosition(spec, shown)}
          steps={SLIDER_STEPS}
          valueText={text}
          disabled={locked}
          onSlide={(position) => onType(name, String(slideTo(spec, shown, position)))}
          onDone={done}
        />
      )}
    </>
  );
}
