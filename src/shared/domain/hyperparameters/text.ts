import type { HyperparameterName } from './hyperparameters';
import { SPECS } from './specs';

/**
 * The text of a value as the hyperparameter's type: from a command line or a link. A text that is none is left as it is,
 * for the check to refuse.
 */
export function valueFromText(name: HyperparameterName, text: string): string | number {
  const spec = SPECS[name];
  const isNumber =
    spec.kind === 'number' || spec.choices.every((choice: string | number) => typeof choice === 'number');
  return isNumber && text.trim() !== '' ? Number(text) : text;
}
