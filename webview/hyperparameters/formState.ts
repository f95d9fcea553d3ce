import * as l10n from '@vscode/l10n';
import {
  SPECS,
  isHyperparameterName,
  namesThatNeedRestart,
  withValue,
  type HyperparameterName,
  type Hyperparameters,
  type OwnData,
} from '../../src/shared/domain/hyperparameters';
import { unreachable } from '../../src/shared/result';
import { typedNumber } from '../ui/typedNumber';

type Texts = Readonly<Partial<Record<HyperparameterName, string>>>;

/** Everything that the form shows. */
export interface FormState {
  /** Absent until the host has sent them. */
  readonly values: FormValues | undefined;
  /** What is in a field while it is being edited, or because it was refused and waits to be mended. */
  readonly drafts: Texts;
  /** Why the draft was refused. */
  readonly refusals: Texts;
  /** What was sent last, to put it back into the field if the host refuses it. */
  readonly sent: Texts;
  /** The person wants to see what the lesson hides in this step. */
  readonly showsHidden: boolean;
}

export interface FormValues {
  readonly wanted: Hyperparameters;
  readonly running: Hyperparameters | undefined;
  readonly defaults: Hyperparameters;
  /** The learner's own collections that can be chosen. */
  readonly ownData?: readonly OwnData[];
  /** Those that the lesson does not speak of in the step that is being read. */
  readonly hidden?: readonly HyperparameterName[];
  /** Those that the lesson holds fixed in the step that is being read. */
  readonly locked?: readonly HyperparameterName[];
}

export const EMPTY_FORM: FormState = {
  values: undefined,
  drafts: {},
  refusals: {},
  sent: {},
  showsHidden: false,
};

export type FormAction =
  | { readonly type: 'shown'; readonly values: FormValues }
  | { readonly type: 'refused'; readonly name: string; readonly reason: string }
  | { readonly type: 'typed'; readonly name: HyperparameterName; readonly text: string }
  /** A valid value was sent to the host. */
  | {
      readonly type: 'edited';
      readonly name: HyperparameterName;
      readonly text: string;
      readonly wanted: Hyperparameters;
    }
  | { readonly type: 'reset' }
  | { readonly type: 'hiddenShown'; readonly shown: boolean };

/** The state after an action. */
export function reduceForm(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'shown':
      return {
        ...state,
        values: action.values,
        // In a step that hides others, those are hidden again.
        showsHidden: state.showsHidden && sameNames(state.values?.hidden, action.values.hidden),
      };
    case 'refused': {
      const { name, reason } = action;
      if (!isHyperparameterName(name)) {
        return state;
      }
      const draft = state.drafts[name] ?? state.sent[name];
      return {
        ...state,
        drafts: draft === undefined ? state.drafts : { ...state.drafts, [name]: draft },
        refusals: { ...state.refusals, [name]: reason },
      };
    }
    case 'typed':
      return { ...state, drafts: { ...state.drafts, [action.name]: action.text } };
    case 'edited':
      return {
        ...state,
        values: state.values && { ...state.values, wanted: action.wanted },
        drafts: without(state.drafts, action.name),
        refusals: without(state.refusals, action.name),
        sent: { ...state.sent, [action.name]: action.text },
      };
    case 'reset':
      return { ...EMPTY_FORM, values: state.values, showsHidden: state.showsHidden };
    case 'hiddenShown':
      return { ...state, showsHidden: action.shown };
    default:
      return unreachable(action);
  }
}

/** What became of an edit: a value for the host together with the hyperparameters that it leads to, or a refusal. */
type EditOutcome =
  | { readonly ok: true; readonly value: string | number; readonly wanted: Hyperparameters }
  | { readonly ok: false; readonly reason: string };

/**
 * Checks an edit with the same rules as the host, so that the answer is there at once.
 *
 * @param text as typed or chosen; a decimal comma is taken for a point
 */
export function checkEdit(wanted: Hyperparameters, name: HyperparameterName, text: string): EditOutcome {
  const value = valueOf(name, text);
  const result = withValue(wanted, name, value);
  return result.ok
    ? { ok: true, value, wanted: result.value }
    : { ok: false, reason: l10n.t('{0} {1}', result.problem.message, result.problem.next) };
}

/** The hyperparameters that the lesson hides and that can be shown all the same: what it holds fixed stays hidden. */
export function hiddenNames({ hidden = [], locked = [] }: FormValues): readonly HyperparameterName[] {
  return hidden.filter((name) => !locked.includes(name));
}

/** Whether the form shows a hyperparameter. */
export function isShown({ values, showsHidden }: FormState, name: HyperparameterName): boolean {
  const { hidden = [], locked = [] } = values ?? {};
  return !hidden.includes(name) || (showsHidden && !locked.includes(name));
}

/** How one field stands against what runs and against the lesson. */
interface FieldStanding {
  /** Differs from the lesson's value. */
  readonly changed: boolean;
  /** Differs from what runs, and only a new run can take it over. */
  readonly needsRestart: boolean;
  /** The lesson holds it fixed in the step that is being read. */
  readonly locked: boolean;
}

export function standingOf(
  { wanted, running, defaults, locked = [] }: FormValues,
  name: HyperparameterName,
): FieldStanding {
  return {
    changed: wanted[name] !== defaults[name],
    needsRestart: running !== undefined && SPECS[name].change === 'restart' && wanted[name] !== running[name],
    locked: locked.includes(name),
  };
}

/** How many changes wait for a new run. */
export function changesThatWait({ wanted, running }: FormValues): number {
  return running === undefined ? 0 : namesThatNeedRestart(running, wanted).length;
}

/** Text to the type of the hyperparameter. What is no number becomes NaN, which no range accepts. */
function valueOf(name: HyperparameterName, text: string): string | number {
  const spec = SPECS[name];
  if (spec.kind === 'choice' && typeof spec.initial === 'string') {
    return text;
  }
  return typedNumber(text) ?? NaN;
}

function sameNames(a: readonly HyperparameterName[] = [], b: readonly HyperparameterName[] = []): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

function without(texts: Texts, name: HyperparameterName): Texts {
  const { [name]: _, ...rest } = texts;
  return rest;
}
