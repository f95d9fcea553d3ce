import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { RunFrame } from '../../../src/shared/run';
import { CheckGlyph, WarningGlyph } from '../../ui/controlIcons';
import { illnessName } from './words';

/** How the run is in a word. Nothing is said before there is a round to judge. */
export function HealthLine({ frame }: { readonly frame: RunFrame | undefined }): JSX.Element | null {
  const findings = frame?.diagnoses;
  if (findings === undefined || frame?.metrics === undefined) {
    return null;
  }
  return findings.length === 0 ? (
    <p class="health">
      <CheckGlyph /> <b>{l10n.t('Healthy')}</b> <span>{l10n.t('nothing wrong was found so far')}</span>
    </p>
  ) : (
    <p class="health ill">
      <WarningGlyph /> <b>{findings.map(({ illness }) => illnessName(illness)).join(', ')}</b>
    </p>
  );
}
