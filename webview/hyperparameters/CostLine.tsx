import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { costWarning, type CostWarning } from '../../src/shared/domain/cost';
import type { Hyperparameters } from '../../src/shared/domain/hyperparameters';
import { unreachable } from '../../src/shared/result';

const BYTES_PER_GIGABYTE = 1e9;

/** Bytes as people say them: 0.4 GB, 5 GB. */
function gigabytes(bytes: number): string {
  const amount = bytes / BYTES_PER_GIGABYTE;
  return `${amount < 10 ? amount.toFixed(1) : amount.toFixed(0)} GB`;
}

function costWords(warning: CostWarning): string {
  switch (warning.kind) {
    case 'slow':
      return l10n.t(
        'Large networks: a round takes about {0} seconds on the processor, and {1} of memory. A smaller width or batch makes it faster.',
        Math.round(warning.secondsPerRound),
        gigabytes(warning.memory),
      );
    case 'tooLarge':
      return warning.batchSize === undefined
        ? l10n.t(
            'These networks need about {0}, more than the 2 GB that there are. Choose a smaller width.',
            gigabytes(warning.memory),
          )
        : l10n.t(
            'These networks and this batch need about {0}, more than the 2 GB that there are. Choose a batch of {1} or a smaller width.',
            gigabytes(warning.memory),
            warning.batchSize,
          );
    default:
      return unreachable(warning);
  }
}

/** Says before a run starts that its rounds will take long, or that it will hardly fit into memory. */
export function CostLine({ hyperparameters }: { readonly hyperparameters: Hyperparameters }): JSX.Element {
  const warning = costWarning(hyperparameters);
  return (
    <p class="cost-line" role="status">
      {warning && costWords(warning)}
    </p>
  );
}
