import * as l10n from '@vscode/l10n';
import type { RunStart } from '../../../src/shared/wire/run';
import { InfoGlyph } from '../../ui/controlIcons';

/** Says on what the networks train and why, and how large they are. */
export function BackendLine({ start }: { start: RunStart | undefined }) {
  if (start === undefined) {
    return null;
  }
  const { backend, generatorParameters, discriminatorParameters } = start;
  const name =
    backend.backend === 'webgl' ? l10n.t('Trains on the graphics card.') : l10n.t('Trains on the processor.');
  return (
    <p id="backend" class="backend">
      <InfoGlyph />
      <span>
        <b>{name}</b> {backend.reason}{' '}
        {l10n.t(
          'Forger: {0} weights, inspector: {1}.',
          generatorParameters.toLocaleString(),
          discriminatorParameters.toLocaleString(),
        )}
      </span>
    </p>
  );
}
