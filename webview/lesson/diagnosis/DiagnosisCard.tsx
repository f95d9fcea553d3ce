import * as l10n from '@vscode/l10n';
import type { HyperparameterChanges } from '../../../src/shared/domain/hyperparameters';
import type { Finding, RunFrame } from '../../../src/shared/wire/run';
import { WarningGlyph } from '../../ui/controlIcons';
import { Button } from '../../ui/controls';
import { illnessName, needsNewRun, remedyLabel } from './words';
import './diagnosis.css';

interface DiagnosisCardProps {
  readonly frame: RunFrame | undefined;
  readonly onTake: (changes: HyperparameterChanges) => void;
  readonly onGoTo: (round: number) => void;
}

function Illness({ finding, onTake, onGoTo }: Omit<DiagnosisCardProps, 'frame'> & { finding: Finding }) {
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
            title={
              needsNewRun(changes)
                ? l10n.t('Starts a new run; this one is kept, and can be gone back to')
                : l10n.t('Goes on from here with it; the rounds so far can be gone back to')
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
export function DiagnosisCard({ frame, onTake, onGoTo }: DiagnosisCardProps) {
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
