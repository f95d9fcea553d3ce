import * as l10n from '@vscode/l10n';
import type { OwnCollection } from '../shared/domain/collection';
import { isPictureData, type Hyperparameters, type OwnData } from '../shared/domain/hyperparameters';
import type { RefusedPart } from '../shared/wire/messages';
import type { Problem } from '../shared/result';

/** What became of the files, or lines of a table, that a person chose. */
export interface CollectionReport {
  readonly data: OwnData;
  /** Of the folder or file. */
  readonly name: string;
  /** How many pictures or points are in the collection. */
  readonly used: number;
  /** What was left out, each with the reason. */
  readonly refused: readonly RefusedPart[];
  /** How many were left out, where not each of them is named. */
  readonly refusedCount?: number;
  /** How the files were read, in one line. */
  readonly how?: string;
  /** Why there is no collection at all. */
  readonly problem?: Problem;
}

/** The report, and the collection if there is enough for one. */
export interface ReadCollection {
  readonly report: CollectionReport;
  readonly collection?: OwnCollection;
  /** The size at which its pictures need no scaling, or the least; absent where they have many sizes. */
  readonly pictureSize?: Hyperparameters['pictureSize'];
}

/** One sentence or two: what was used and how, how much was left out, and what comes next. */
export function summarize({
  data,
  name,
  used,
  refused,
  refusedCount,
  how,
  problem,
}: CollectionReport): string {
  const count = refusedCount ?? refused.length;
  const [first] = refused;
  const leftOut =
    count === 0
      ? ''
      : count === 1 && first
        ? l10n.t('1 was skipped: {0}.', first.name)
        : l10n.t('{0} were skipped.', count);
  const said = problem
    ? `${problem.message} ${problem.next}`
    : isPictureData(data)
      ? l10n.t('The museum now shows {0} pictures of "{1}".', used, name)
      : l10n.t('The museum now shows {0} points of "{1}".', used, name);
  const read = how === undefined || problem ? '' : l10n.t('Read as: {0}.', how);
  return [said, read, leftOut].filter((part) => part !== '').join(' ');
}

/** The whole report as a document in Markdown. */
export function describeInFull(report: CollectionReport): string {
  const { name, refused } = report;
  const parts = refused.map((part) => `- \`${part.name}\`: ${part.reason}`);
  return [
    `# ${l10n.t('Collection "{0}"', name)}`,
    summarize(report),
    ...(parts.length > 0 ? [`## ${l10n.t('Skipped')}`, parts.join('\n')] : []),
    '',
  ].join('\n\n');
}

/** What is known of a collection that a run trains on, as a document in Markdown. */
export function describeCollection({ data, name, count, digest, how, labels }: OwnCollection): string {
  const size = isPictureData(data) ? l10n.t('{0} pictures', count) : l10n.t('{0} points', count);
  const sizes = labels?.names.map((_, place) => labels.classes.filter((other) => other === place).length);
  return [
    `# ${l10n.t('Collection "{0}"', name)}`,
    [
      `- ${size}`,
      `- ${l10n.t('digest {0}', digest)}`,
      ...(how === undefined ? [] : [`- ${l10n.t('Read as: {0}.', how)}`]),
    ].join('\n'),
    ...(labels
      ? [
          `## ${l10n.t('Classes')}`,
          labels.names.map((label, place) => `- \`${label}\`: ${sizes?.[place] ?? 0}`).join('\n'),
        ]
      : []),
    '',
  ].join('\n\n');
}
