import type { JSX } from 'preact';
import * as l10n from '@vscode/l10n';
import type { Try } from '../../../src/shared/domain/lesson';
import { unreachable } from '../../../src/shared/result';
import { Button } from '../../ui/controls';
import { CheckGlyph, RestartGlyph } from '../../ui/controlIcons';
import { remedyLabel } from '../diagnosis/words';
import { useLearning } from './context';
import { ExerciseCard } from './ExerciseCard';
import { effectOf, type Effect } from './words';

/** Changes to try, each a button that says how it comes into force. */
export function TryCard({ section }: { readonly section: Try }): JSX.Element {
  const { running, actions } = useLearning();
  return (
    <ExerciseCard section={section} kind={l10n.t('Try this')}>
      <ul class="choices">
        {section.choices.map(({ label, changes }, index) => (
          <li key={index}>
            <Button
              tip={remedyLabel(changes)}
              onClick={() => {
                actions.takeChoice(section.id, index);
                actions.say(l10n.t('Changed: {0}.', remedyLabel(changes)));
              }}
            >
              {label}
            </Button>
            <EffectLine effect={effectOf(changes, running)} />
          </li>
        ))}
      </ul>
    </ExerciseCard>
  );
}

function EffectLine({ effect }: { readonly effect: Effect }): JSX.Element {
  switch (effect) {
    case 'inForce':
      return (
        <small>
          <CheckGlyph /> {l10n.t('active')}
        </small>
      );
    case 'atOnce':
      return <small>{l10n.t('applies immediately')}</small>;
    case 'newRun':
      return (
        <small>
          <RestartGlyph /> {l10n.t('starts a new run; you can go back')}
        </small>
      );
    default:
      return unreachable(effect);
  }
}
