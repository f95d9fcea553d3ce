import * as l10n from '@vscode/l10n';
import type { Lesson } from '../shared/domain/lesson';
import type { RerunJob, RerunOutcome } from '../shared/wire/rerun';
import { unreachable } from '../shared/result';
import { claimsOf, judgeClaim, planOf, type Claim, type Verdict } from './claims';
import { markdownText } from './plainText';
import { digestOfLesson, type Report } from './report';
import type { ReadReport } from './reportFile';
import { reportText } from './reportText';
import { digestOfWords, linesOf, wordsOf } from './reportWords';
import { measuredText } from './runText';

/** A claim of a report, and what became of it. */
interface CheckedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
}

/** Where a report is verified. */
export interface Verifier {
  /** BCP 47 tag of VS Code's language, in which texts are made here. */
  readonly language: string;
  /** The version of GAN Lessons. */
  readonly program: string;
}

/** What the verification of a report found. */
export interface ReportCheck {
  readonly report: Report;
  readonly claims: readonly CheckedClaim[];
  readonly text: TextVerdict;
}

/** Whether the text of a report says what the block for programs says. */
type TextVerdict =
  | { readonly kind: 'same' }
  | {
      /**
       * `edited`: lesson and program make the text that the report had when it was written, and it has another one now.
       * `dataEdited`: it has its text of then, and its data make another one. `otherLesson`, `otherProgram`: likewise, and
       * the lesson or GAN Lessons is another version, which may be why. `unknown`: more than one of these.
       */
      readonly kind: 'edited' | 'dataEdited' | 'otherLesson' | 'otherProgram' | 'unknown';
      /** The first line that differs, as it is in the report and by its data. */
      readonly written: string;
      readonly byData: string;
    }
  /** In another language than VS Code's nobody can tell. */
  | { readonly kind: 'otherLanguage' };

/** The runs that the claims of a report need, by what they are: whoever has the same run shares it. */
export function jobsOf(reports: readonly { readonly report: Report; readonly lesson: Lesson }[]): RerunJob[] {
  const jobs = new Map<string, RerunJob>();
  for (const { report, lesson } of reports) {
    for (const claim of claimsOf(lesson, report.progress)) {
      const id = runId(claim);
      const plan = planOf(lesson, claim, id);
      if (plan.kind === 'train') {
        jobs.set(id, plan.job);
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
 * @param here where it is verified
 */
export function checkReport(
  read: ReadReport,
  lesson: Lesson,
  outcomes: readonly RerunOutcome[],
  here: Verifier,
): ReportCheck {
  const claims = claimsOf(lesson, read.report.progress).map((claim): CheckedClaim => {
    const plan = planOf(lesson, claim, '');
    if (plan.kind !== 'train') {
      return { claim, verdict: plan };
    }
    const outcome = outcomeOf(claim, outcomes);
    return {
      claim,
      verdict:
        outcome === undefined
          ? { kind: 'unknown', reason: l10n.t('Its run was not run again.') }
          : judgeClaim(lesson, claim, outcome),
    };
  });
  return { report: read.report, claims, text: textVerdict(read, lesson, here) };
}

function textVerdict({ report, text }: ReadReport, lesson: Lesson, here: Verifier): TextVerdict {
  if (report.language !== here.language) {
    return { kind: 'otherLanguage' };
  }
  const textByData = reportText(report, lesson, new Map());
  const digestByData = digestOfWords(textByData);
  const digestOfFile = digestOfWords(text);
  if (digestOfFile === digestByData) {
    return { kind: 'same' };
  }
  const written = linesOf(text);
  const byData = linesOf(textByData);
  const longer = written.length > byData.length ? written : byData;
  const index = longer.findIndex((_, line) => wordsOf(written[line] ?? '') !== wordsOf(byData[line] ?? ''));
  return {
    kind: differenceKind(report, lesson, digestOfFile, digestByData, here.program),
    written: written[index] ?? '',
    byData: byData[index] ?? '',
  };
}

type DifferenceKind = Extract<TextVerdict, { readonly written: string }>['kind'];

function differenceKind(
  report: Report,
  lesson: Lesson,
  digestOfFile: string,
  digestByData: string,
  program: string,
): DifferenceKind {
  if (report.words === digestByData) {
    return 'edited';
  }
  if (report.words !== digestOfFile) {
    return 'unknown';
  }
  if (report.lesson.digest !== digestOfLesson(lesson)) {
    return 'otherLesson';
  }
  return report.program === program ? 'dataEdited' : 'otherProgram';
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
    ...textRemark(check.text),
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
      return `? ${l10n.t('cannot be checked here. {0}', markdownText(verdict.reason))}`;
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

/** More of a line that was changed says no more. */
const LONGEST_LINE = 200;

/** What the text of a report is worth, and where it differs. */
function textRemark(text: TextVerdict): string[] {
  switch (text.kind) {
    case 'same':
      return [l10n.t('The text of the report says what its data say.')];
    case 'otherLanguage':
      return [
        l10n.t(
          'The text of the report is in another language than VS Code is here, so it was not compared with its data.',
        ),
      ];
    case 'edited':
      return [
        l10n.t(
          'The text of the report was changed after it was written. Trust the table above, not the text. First line that differs:',
        ),
        differenceText(text),
      ];
    case 'otherLesson':
      return [
        l10n.t(
          'The report was made with another version of this lesson, so its text differs. Trust the table above. First line that differs:',
        ),
        differenceText(text),
      ];
    case 'dataEdited':
      return [
        l10n.t(
          'The data of the report were changed after it was written: they no longer say what its text says. First line that differs:',
        ),
        differenceText(text),
      ];
    case 'otherProgram':
      return [
        l10n.t(
          'The report was made with another version of GAN Lessons, so its text differs. Trust the table above. First line that differs:',
        ),
        differenceText(text),
      ];
    case 'unknown':
      return [
        l10n.t(
          'The text of the report differs from its data: it was changed, or it was made with another version of this lesson or of GAN Lessons. Trust the table above. First line that differs:',
        ),
        differenceText(text),
      ];
    default:
      return unreachable(text);
  }
}

function differenceText({ written, byData }: { readonly written: string; readonly byData: string }): string {
  // The lines are Markdown, and those of the report anybody's: they are shown as text, and nothing in them works.
  const asText = (line: string): string =>
    line === '' ? l10n.t('nothing') : markdownText(wordsOf(line).slice(0, LONGEST_LINE));
  return [
    `- ${l10n.t('In the report: {0}', asText(written))}`,
    `- ${l10n.t('By its data: {0}', asText(byData))}`,
  ].join('\n');
}

/** The same for the same run: everything that determines it, and how far it goes. */
function runId({ facts }: Claim): string {
  const { hyperparameters, changes, backend, round } = facts;
  return JSON.stringify([Object.entries(hyperparameters).toSorted(), changes, backend, round]);
}
