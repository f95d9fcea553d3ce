import type { HyperparameterName, Hyperparameters } from '../hyperparameters';

export type HyperparameterGroup = 'data' | 'generator' | 'discriminator' | 'training';

interface CommonSpec {
  readonly group: HyperparameterGroup;
  /** `live`: a running net takes the change at its next phase. `restart`: the change needs a new net. */
  readonly change: 'live' | 'restart';
  /** Shown from the first lesson on; the others wait behind "More". */
  readonly basic: boolean;
  readonly label: () => string;
}

export interface NumberSpec extends CommonSpec {
  readonly kind: 'number';
  readonly initial: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly integer: boolean;
  /** Logarithmic values are spread over a slider by their order of magnitude. */
  readonly scale: 'linear' | 'logarithmic';
}

export interface ChoiceSpec<T extends string | number> extends CommonSpec {
  readonly kind: 'choice';
  readonly initial: T;
  readonly choices: readonly T[];
}

type SpecOf<T extends string | number> = number extends T ? NumberSpec : ChoiceSpec<T>;
export type Specs = { readonly [K in HyperparameterName]: SpecOf<Hyperparameters[K]> };
