import * as l10n from '@vscode/l10n';
import { useLearning } from '../exercises/context';

/** Says that the run before is not lost, and leads back to it. */
export function RunBeforeNotice() {
  const { learning, actions } = useLearning();
  const { before } = learning;
  return before === undefined ? null : (
    <p class="run-before" role="note">
      {l10n.t('The run before this one stands at round {0}.', before.round)}{' '}
      <button type="button" class="text-link" onClick={actions.goBackToRunBefore}>
        {l10n.t('Go back to it')}
      </button>
    </p>
  );
}
