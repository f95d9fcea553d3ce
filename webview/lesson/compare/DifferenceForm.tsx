import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SPECS, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Problem } from '../../../src/shared/result';
import { valueLabel } from '../../../src/shared/words/choiceLabels';
import { Button, Select } from '../../ui/controls';
import { settingName } from '../../../src/shared/words/settingName';
import { COMPARABLE, initialValue, withDifference, type Difference } from './difference';
import { typedNumber } from '../../ui/typedNumber';
import { useUniqueId } from '../../ui/uniqueId';

interface DifferenceFormProps {
  /** Of run A. */
  readonly running: Hyperparameters;
  readonly suggestion: Difference;
  /** Two runs are there already; they end when others begin. */
  readonly again: boolean;
  readonly onCompare: (difference: Difference, b: Hyperparameters) => void;
}

/** Picks out the one thing in which run B differs, and its value. */
export function DifferenceForm({ running, suggestion, again, onCompare }: DifferenceFormProps): JSX.Element {
  const [name, setName] = useState(suggestion.name);
  const [text, setText] = useState(String(suggestion.value));
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const reason = useUniqueId();
  const spec = SPECS[name];
  const compare = (): void => {
    const value = spec.kind === 'number' ? numberIn(text) : choiceNamed(spec.choices, text);
    const b = withDifference(running, { name, value });
    if (b.ok) {
      setProblem(undefined);
      onCompare({ name, value }, b.value);
    } else {
      setProblem(b.problem);
    }
  };
  return (
    <div class="difference">
      <Select
        label={l10n.t('What differs')}
        value={name}
        options={COMPARABLE.map((candidate) => ({ value: candidate, label: settingName(candidate) }))}
        onSelect={(chosen) => {
          setName(chosen);
          setText(String(initialValue(chosen, running)));
          setProblem(undefined);
        }}
      />
      <span class="value-of-a">{l10n.t('A: {0}', valueLabel(running[name]))}</span>
      {spec.kind === 'number' ? (
        <label class="value-of-b">
          {l10n.t('B:')}
          <input
            inputMode={spec.integer ? 'numeric' : 'decimal'}
            value={text}
            aria-describedby={reason}
            aria-invalid={problem !== undefined}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && compare()}
          />
        </label>
      ) : (
        <Select
          label={l10n.t('B:')}
          value={text}
          descriptionId={reason}
          options={spec.choices.map((choice) => ({ value: String(choice), label: valueLabel(choice) }))}
          onSelect={setText}
        />
      )}
      <Button class="compare" appearance={again ? 'secondary' : 'primary'} onClick={compare}>
        {again ? l10n.t('Compare again from round 0') : l10n.t('Compare')}
      </Button>
      <p id={reason} class="difference-problem" role="alert">
        {problem && `${problem.message} ${problem.next}`}
      </p>
    </div>
  );
}

/** What is no number becomes one that no range admits. */
function numberIn(text: string): number {
  return typedNumber(text) ?? NaN;
}

function choiceNamed(choices: readonly (string | number)[], text: string): string | number {
  return choices.find((choice) => String(choice) === text) ?? text;
}
