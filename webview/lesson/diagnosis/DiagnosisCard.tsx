import * as l10n from '@vscode/l10n';
import type { HyperparameterChanges, Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Finding, RunFrame } from '../../../src/shared/wire/run';
import { CheckGlyph, WarningGlyph } from '../../ui/controlIcons';
import { Button } from '../../ui/controls';
import { illnessName, needsNewRun, remedyLabel } from './words';
import type { JSX } from 'preact';
import { firstJudgedRound } from '../../../src/shared/domain/judgement';
import { listed } from '../../ui/listed';
import './diagnosis.css';

interface DiagnosisCardProps {
  readonly frame: RunFrame | undefined;
  readonly onTake: (changes: HyperparameterChanges) => void;
  readonly onGoTo: (round: number) => void;
}

function Illness({
  finding,
  onTake,
  onGoTo,
}: Omit<DiagnosisCardProps, 'frame'> & { finding: Finding }): JSX.Element {
  const { problem: illness, evidence, fixes: remedies, healthyRound } = finding;
  return (
    <div class="illness">
      <WarningGlyph class="warning" />
      <div>
        <h2>{illnessName(illness)}</h2>
        <p>{evidence}</p>
      </div>
      <div class="remedies">
        {remedies.map((changes) => (
          <Button
            key={remedyLabel(changes)}
            tip={
              needsNewRun(changes)
                ? l10n.t('Starts a new run; this one is kept, and you can return to it')
                : l10n.t('Continues from here with it; you can return to the rounds so far')
            }
            onClick={() => onTake(changes)}
          >
            {remedyLabel(changes)}
          </Button>
        ))}
        {healthyRound !== undefined && (
          <Button onClick={() => onGoTo(healthyRound)}>{l10n.t('Go back to round {0}', healthyRound)}</Button>
        )}
      </div>
    </div>
  );
}

/** What is wrong with the run, what shows it, and what helps; nothing for a healthy run. */
export function DiagnosisCard({ frame, onTake, onGoTo }: DiagnosisCardProps): JSX.Element | null {
  const findings = frame?.diagnoses ?? [];
  if (findings.length === 0) {
    return null;
  }
  return (
    <section id="diagnosis" aria-label={l10n.t('Diagnosis')}>
      {findings.map((finding) => (
        <Illness key={finding.problem} finding={finding} onTake={onTake} onGoTo={onGoTo} />
      ))}
    </section>
  );
}

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
      <span>{l10n.t('good and bad runs look alike before round {0}', first)}</span>
    </p>
  ) : (
    <p class="health">
      <CheckGlyph /> <b>{l10n.t('Healthy')}</b> <span>{l10n.t('no problems so far')}</span>
    </p>
  );
}
