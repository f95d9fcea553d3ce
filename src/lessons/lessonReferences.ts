import * as l10n from '@vscode/l10n';
import { experimentAmong } from '../shared/domain/lesson';
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
    if (complete && !ids.has(id) && !report.isFull) {
      report.error(
        offset,
        l10n.t('No step or section of this lesson has the id "{0}". {1}', id, insteadOf(id, Array.from(ids))),
      );
    }
  }
  checkExperiments(sections, complete, report);
}

/** Reports experiments that do not exist, and rounds that the run of a section never comes to. */
function checkExperiments(
  sections: readonly PlacedNeeds[],
  complete: boolean,
  report: DiagnosticCollector,
): void {
  const placed = sections.map(({ id, kind, needs, rounds }) => ({
    id,
    kind,
    rounds,
    needs,
    experiment: needs.experiment?.id,
  }));
  const experiments = placed.filter(({ kind }) => kind === 'experiment');
  for (const section of placed) {
    if (report.isFull) {
      return;
    }
    const { experiment, round } = section.needs;
    const judged = experimentAmong(placed, section);
    if (complete && experiment && judged?.id !== experiment.id) {
      report.error(experiment.offset, describeMissing(experiment.id, experiments));
      continue;
    }
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
  }
}

function describeMissing(id: string, experiments: readonly Pick<PlacedNeeds, 'id'>[]): string {
  return experiments.length === 0
    ? l10n.t('This lesson has no experiments, so there is none with the id "{0}". Delete "experiment".', id)
    : l10n.t(
        'No experiment of this lesson has the id "{0}". {1}',
        id,
        insteadOf(
          id,
          experiments.map((experiment) => experiment.id),
        ),
      );
}
