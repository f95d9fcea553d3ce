import * as l10n from '@vscode/l10n';
import type { References } from './contentCheck';
import type { DiagnosticCollector } from './lessonDiagnostics';
import type { PlacedNeeds, ReadSteps } from './lessonSteps';
import { insteadOf } from './vocabulary/suggestion';

/**
 * Reports links to ids that the lesson does not have, and sections that ask for what other sections do not give. While
 * the id of some heading cannot be read, nothing is said to be missing.
 */
export function checkReferences(
  { ids, complete, sections }: ReadSteps,
  references: References,
  report: DiagnosticCollector,
): void {
  for (const { id, offset } of references.anchors) {
    if (complete && !ids.has(id)) {
      report.error(
        offset,
        l10n.t('No step or section of this lesson has the id "{0}". {1}', id, insteadOf(id, Array.from(ids))),
      );
    }
  }
  checkExperiments(sections, complete, report);
}

/** A section is judged in the run of the experiment that it names, or of the last one above it. */
function checkExperiments(
  sections: readonly PlacedNeeds[],
  complete: boolean,
  report: DiagnosticCollector,
): void {
  const experiments = sections.filter(({ kind }) => kind === 'experiment');
  let inForce: PlacedNeeds | undefined;
  for (const section of sections) {
    const { experiment, round } = section.needs;
    const named = experiment && experiments.find(({ id }) => id === experiment.id);
    if (complete && experiment && !named) {
      report.error(experiment.offset, describeMissing(experiment.id, experiments));
    }
    const judged = experiment ? named : inForce;
    const last = judged?.rounds;
    if (round && judged && last !== undefined && round.at > last) {
      report.error(
        round.offset,
        l10n.t(
          'The run of "{0}" stops at round {1}, before round {2}. Choose an earlier round here, or more "rounds" there.',
          judged.id,
          last,
          round.at,
        ),
      );
    }
    inForce = section.kind === 'experiment' ? section : inForce;
  }
}

function describeMissing(id: string, experiments: readonly PlacedNeeds[]): string {
  return experiments.length === 0
    ? l10n.t('No experiment of this lesson has the id "{0}", for it has none. Leave "experiment" out.', id)
    : l10n.t(
        'No experiment of this lesson has the id "{0}". {1}',
        id,
        insteadOf(
          id,
          experiments.map((experiment) => experiment.id),
        ),
      );
}
