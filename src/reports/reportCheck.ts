import * as l10n from '@vscode/l10n';
import type { Lesson } from '../shared/domain/lesson';
import type { RerunJob, RerunOutcome } from '../shared/wire/rerun';
import { unreachable } from '../shared/result';
import { claimsOf, jobOf, judgeClaim, type Claim, type Verdict } from './claims';
import { markdownText } from './plainText';
import type { Report } from './report';
import { bareText, type ReadReport } from './reportFile';
import { reportText } from './reportText';
import { measuredText } from './runText';

/** A claim of a report, and what became of it. */
export interface CheckedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
}

/** What the verification of a report found. */
export interface ReportCheck {
  readonly report: Report;
  readonly claims: readonly CheckedClaim[];
  /** Whether the text says what the block for programs says; in another language than VS Code's nobody can tell. */
  readonly text: 'asWritten' | 'changed' | 'otherLanguage';
  /** Where the text was changed: its first line that is another, and what stands there by the data. */
  readonly difference?: { readonly written: string; readonly byData: string };
}

/** The runs that the claims of a report need, by what they are: whoever has the same run shares it. */
export function jobsOf(reports: readonly { readonly report: Report; readonly lesson: Lesson }[]): RerunJob[] {
  const jobs = new Map<string, RerunJob>();
  for (const { report, lesson } of reports) {
    for (const claim of claimsOf(lesson, report.progress)) {
      const id = runId(claim);
      const job = jobOf(claim, id);
      if (job.ok) {
        jobs.set(id, job.value);
      }
    }
  }
  return [...jobs.values()];
}

/** The outcome of a claim's run, if it was run again. */
export function outcomeOf(claim: Claim, outcomes: readonly RerunOutcome[]): RerunOutcome | undefined {
  const id = runId(claim);
  return outcomes.find((outcome) => outcome.id === id);
}

/**
 * Judges everything that a report claims.
 *
 * @param language of VS Code, in which texts are made here
 */
export function checkReport(
  { report, text }: ReadReport,
  lesson: Lesson,
  outcomes: readonly RerunOutcome[],
  language: string,
): ReportCheck {
  const claims = claimsOf(lesson, report.progress).map((claim) => {
    const outcome = outcomeOf(claim, outcomes);
    return {
      claim,
      verdict: outcome === undefined ? notRunHere(claim) : judgeClaim(lesson, claim, outcome),
    };
  });
  if (report.language !== language) {
    return { report, claims, text: 'otherLanguage' };
  }
  const difference = firstDifference(linesOf(text), linesOf(reportText(report, lesson, new Map())));
  return difference === undefined
    ? { report, claims, text: 'asWritten' }
    : { report, claims, text: 'changed', difference };
}

/** The lines of a report that have words, without its pictures and the block for programs. */
function linesOf(markdown: string): string[] {
  return bareText(markdown)
    .split('\n')
    .filter((line) => !/^(?:!\[[^\]]*\]\(\))?\s*$/.test(line));
}

function firstDifference(written: readonly string[], byData: readonly string[]): ReportCheck['difference'] {
  const longer = written.length > byData.length ? written : byData;
  const index = longer.findIndex((_, line) => written[line] !== byData[line]);
  return index < 0 ? undefined : { written: written[index] ?? '', byData: byData[index] ?? '' };
}

/** What a verification found, in Markdown. */
export function checkText(check: ReportCheck, lesson: Lesson, fileName: string): string {
  const { report, claims } = check;
  const lines = claims.map(
    ({ claim, verdict }) =>
      `| ${markdownText(claim.goal.title)} | ${markdownText(claimText(claim))} | ${verdictText(verdict)} |`,
  );
  return [
    `# ${l10n.t('Verification of {0}', markdownText(fileName))}`,
    l10n.t('Report of {0} on “{1}”.', `**${markdownText(report.learner)}**`, markdownText(lesson.title)),
    claims.length === 0
      ? l10n.t('It claims no goal, so there was nothing to run again.')
      : [
          `| ${l10n.t('Goal')} | ${l10n.t('The report says')} | ${l10n.t('Run again')} |`,
          '| --- | --- | --- |',
          ...lines,
        ].join('\n'),
    textRemark(check.text),
    ...(check.difference === undefined ? [] : [differenceText(check.difference)]),
    l10n.t(
      'Answers to predictions and questions are the learner’s word; they can be right or wrong, but not be run again.',
    ),
    '',
  ].join('\n\n');
}

function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'holds':
      return `✓ ${l10n.t('holds')}`;
    case 'fails':
      return `✗ ${l10n.t('does not hold. {0}', markdownText(verdict.reason))}`;
    case 'unknown':
      return `? ${l10n.t('cannot be told here. {0}', markdownText(verdict.reason))}`;
    default:
      return unreachable(verdict);
  }
}

/** The round and the numbers of a claim, on a line. */
function claimText({ facts }: Claim): string {
  const parts = [
    l10n.t('Round {0}', facts.round),
    ...facts.measured.map(measuredText),
    l10n.t('Seed: {0}', String(facts.hyperparameters['seed'] ?? '?')),
  ];
  return parts.join(' · ');
}

/** What makes a line of Markdown a heading, a quotation or an item. */
const MARK = /^(?:#+|>|-|\d+\.) /;
/** More of a line that was changed says no more. */
const LONGEST_LINE = 200;

function differenceText({ written, byData }: NonNullable<ReportCheck['difference']>): string {
  // The lines are Markdown, and those of the report anybody's: they are shown as text, and nothing in them works.
  const asText = (line: string) =>
    line === ''
      ? l10n.t('nothing')
      : markdownText(
          line
            .replace(MARK, '')
            .replaceAll(/\\(?=[^\w\s])/g, '')
            .slice(0, LONGEST_LINE),
        );
  return [
    `- ${l10n.t('In the report: {0}', asText(written))}`,
    `- ${l10n.t('By its data: {0}', asText(byData))}`,
  ].join('\n');
}

function textRemark(text: ReportCheck['text']): string {
  switch (text) {
    case 'asWritten':
      return l10n.t('The text of the report says what its data say.');
    case 'changed':
      return l10n.t(
        'The text of the report was changed after it was written, or the lesson was: go by the table here, not by the text there. The first line that is another:',
      );
    case 'otherLanguage':
      return l10n.t(
        'The text of the report is in another language than VS Code is here, so it was not compared with its data.',
      );
    default:
      return unreachable(text);
  }
}

function notRunHere(claim: Claim): Verdict {
  const job = jobOf(claim, '');
  return {
    kind: 'unknown',
    reason: job.ok ? l10n.t('Its run was not run again.') : `${job.problem.message} ${job.problem.next}`,
  };
}

/** The same for the same run: everything that determines it, and how far it goes. */
function runId({ facts }: Claim): string {
  const { hyperparameters, changes, backend, round } = facts;
  return JSON.stringify([Object.entries(hyperparameters).toSorted(), changes, backend, round]);
}
