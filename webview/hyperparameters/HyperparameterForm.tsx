import * as l10n from '@vscode/l10n';
import type { ComponentChildren, JSX } from 'preact';
import {
  HYPERPARAMETER_NAMES,
  SPECS,
  changedNames,
  type HyperparameterGroup,
  type HyperparameterName,
} from '../../src/shared/domain/hyperparameters';
import { unreachable } from '../../src/shared/result';
import { Button } from '../ui/controls';
import { CostLine } from './CostLine';
import { MaskBadge, SealBadge } from '../ui/icons';
import { changesThatWait, hiddenNames, isShown, type FormState } from './formState';
import { HyperparameterField } from './HyperparameterField';
import { counted } from '../../src/shared/words/counted';

const GROUPS: readonly HyperparameterGroup[] = ['data', 'generator', 'discriminator', 'training'];

export interface FormActions {
  readonly type: (name: HyperparameterName, text: string) => void;
  readonly edit: (name: HyperparameterName, text: string) => void;
  readonly reset: () => void;
  readonly restart: () => void;
  /** Shows what the lesson hides in this step, or hides it again. */
  readonly showHidden: (shown: boolean) => void;
}

interface HyperparameterFormProps {
  readonly state: FormState;
  readonly actions: FormActions;
}

function groupTitle(group: HyperparameterGroup): ComponentChildren {
  switch (group) {
    case 'data':
      return l10n.t('Data');
    case 'generator':
      return (
        <>
          <MaskBadge size={16} /> {l10n.t('Forger')} <small>{l10n.t('generator')}</small>
        </>
      );
    case 'discriminator':
      return (
        <>
          <SealBadge size={16} /> {l10n.t('Inspector')} <small>{l10n.t('discriminator')}</small>
        </>
      );
    case 'training':
      return l10n.t('Training');
    default:
      return unreachable(group);
  }
}

interface HiddenLineProps {
  readonly count: number;
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
}

/** Says that the lesson hides some of them in this step, and shows them all the same. */
function HiddenLine({ count, shown, onShow }: HiddenLineProps): JSX.Element | null {
  if (count === 0) {
    return null;
  }
  return (
    <p class="hidden-line">
      {counted(
        count,
        l10n.t(
          '1 more hyperparameter is hidden in this step. | {0} more hyperparameters are hidden in this step.',
          count,
        ),
      )}{' '}
      <button type="button" onClick={() => onShow(!shown)}>
        {shown ? l10n.t('Hide them') : l10n.t('Show them')}
      </button>
    </p>
  );
}

/** All hyperparameters by group, the basic ones first, made from their table. */
export function HyperparameterForm({ state, actions }: HyperparameterFormProps): JSX.Element | null {
  const { values, drafts, refusals } = state;
  if (values === undefined) {
    return null;
  }
  const field = (name: HyperparameterName): JSX.Element => (
    <HyperparameterField
      key={name}
      name={name}
      values={values}
      draft={drafts[name]}
      refusal={refusals[name]}
      onType={actions.type}
      onEdit={actions.edit}
    />
  );
  const waiting = changesThatWait(values);
  const changed = changedNames(values.wanted, values.defaults);
  return (
    <>
      <main class="form">
        {values.running === undefined && (
          <p class="no-run">{l10n.t('No lesson is running. What you set here applies to the next start.')}</p>
        )}
        <HiddenLine
          count={hiddenNames(values).length}
          shown={state.showsHidden}
          onShow={actions.showHidden}
        />
        {GROUPS.map((group) => {
          const names = HYPERPARAMETER_NAMES.filter(
            (name) => SPECS[name].group === group && isShown(state, name),
          );
          const rare = names.filter((name) => !SPECS[name].basic);
          return names.length === 0 ? null : (
            <section key={group} class="group" aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{groupTitle(group)}</h2>
              {names.filter((name) => SPECS[name].basic).map(field)}
              {rare.length > 0 && (
                <details open={rare.some((name) => refusals[name] !== undefined)}>
                  <summary>
                    {l10n.t('More')}
                    {rare.some((name) => changed.includes(name)) && <small> {l10n.t('(changed)')}</small>}
                  </summary>
                  {rare.map(field)}
                </details>
              )}
            </section>
          );
        })}
        <CostLine hyperparameters={values.wanted} />
        {(changed.length > 0 || Object.values(refusals).some((refusal) => refusal !== undefined)) && (
          <Button class="reset" onClick={actions.reset}>
            {l10n.t("Back to the lesson's values")}
          </Button>
        )}
      </main>
      {waiting > 0 && (
        <footer class="apply-bar">
          <span role="status">
            {counted(waiting, l10n.t('1 change needs a restart | {0} changes need a restart', waiting))}
          </span>
          <Button appearance="primary" onClick={actions.restart}>
            {l10n.t('Restart')}
          </Button>
        </footer>
      )}
    </>
  );
}
