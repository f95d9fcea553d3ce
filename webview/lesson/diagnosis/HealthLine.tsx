import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import { firstJudgedRound } from '../../../src/shared/domain/judgement';
import type { RunFrame } from '../../../src/shared/wire/run';
import { CheckGlyph, WarningGlyph } from '../../ui/controlIcons';
import { listed } from '../../ui/listed';
import { illnessName } from './words';

interface HealthLineProps {
  readonly frame: RunFrame | undefined;
  readonly data: Hyperparameters['data'] | undefined;
}

/** How the run is in a word. Before there is a round to judge, only what let the first one fail is said. */
export function HealthLine({ frame, data }: HealthLineProps): JSX.Element | null {
  const findings = frame?.diagnoses;
  if (findings !== undefined && findings.length > 0) {
    return (
      <p class="health ill">
        <WarningGlyph /> <b>{listed(findings.map(({ problem: illness }) => illnessName(illness)))}</b>
      </p>
    );
  }
  if (findings === undefined || frame?.metrics === undefined || data === undefined) {
    return null;
  }
  const first = firstJudgedRound(data);
  return frame.position.round < first ? (
    <p class="health">
      <b>{l10n.t('Too early to judge')}</b>{' '}
      <span>{l10n.t('healthy and ill runs look alike before round {0}', first)}</span>
    </p>
  ) : (
    <p class="health">
      <CheckGlyph /> <b>{l10n.t('Healthy')}</b> <span>{l10n.t('nothing wrong was found so far')}</span>
    </p>
  );
}
