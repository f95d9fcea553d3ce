import { render } from 'preact';
import { HostToFormSchema, type FormToHost, type HostToForm } from '../../src/shared/wire/messages';
import { unreachable } from '../../src/shared/result';
import { registerControls, registerTextField } from '../ui/controls';
import { connectHost, pageRoot } from '../ui/host';
import { loadTranslations } from '../ui/l10n';
import { showTips } from '../ui/tips';
import { EMPTY_FORM, checkEdit, reduceForm, type FormAction } from './formState';
import { HyperparameterForm, type FormActions } from './HyperparameterForm';
import './form.css';

registerControls();
registerTextField();
const root = pageRoot();
let state = EMPTY_FORM;

function dispatch(action: FormAction): void {
  state = reduceForm(state, action);
  render(<HyperparameterForm state={state} actions={actions} />, root);
}

const host = connectHost<typeof HostToFormSchema, FormToHost>(HostToFormSchema, receive, ({ message }) =>
  console.warn(message),
);

const actions: FormActions = {
  type: (name, text) => dispatch({ type: 'typed', name, text }),
  edit(name, text) {
    if (state.values === undefined) {
      return;
    }
    const outcome = checkEdit(state.values.wanted, name, text);
    if (outcome.ok) {
      dispatch({ type: 'edited', name, text, wanted: outcome.wanted });
      host.send({ type: 'edit', name, value: outcome.value });
    } else {
      dispatch({ type: 'typed', name, text });
      dispatch({ type: 'refused', name, reason: outcome.reason });
    }
  },
  reset() {
    dispatch({ type: 'reset' });
    host.send({ type: 'reset' });
  },
  restart: () => host.send({ type: 'restart' }),
  showHidden: (shown) => dispatch({ type: 'hiddenShown', shown }),
};

function receive(message: HostToForm): void {
  switch (message.type) {
    case 'show': {
      if (message.strings !== undefined) {
        loadTranslations(message.strings);
      }
      const { wanted, running, defaults, ownData = [], hidden = [], locked = [] } = message;
      dispatch({ type: 'shown', values: { wanted, running, defaults, ownData, hidden, locked } });
      return;
    }
    case 'refused':
      dispatch({ type: 'refused', name: message.name, reason: message.reason });
      return;
    default:
      return unreachable(message);
  }
}

showTips(document);
host.send({ type: 'ready' });
