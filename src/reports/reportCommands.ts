import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { LessonLibrary } from '../lessons/lessonLibrary';
import { pickLesson } from '../lessons/lessonPicker';
import { lessonOfNode, type LessonTreeNode } from '../lessons/lessonTree';
import type { ProgressBook } from '../session/progressBook';
import type { Session } from '../session/session';
import type { Lesson } from '../shared/domain/lesson';
import { failure, success, unreachable, type Problem, type Result } from '../shared/result';
import type { RerunJob, RerunOutcome } from '../shared/wire/rerun';
import { showMarkdown } from '../views/markdownPreview';
import type { RerunResult } from '../views/rerunPanel';
import { judgeClass, type ClassEntry, type ReadSubmission } from './classResults';
import { classTable, TABLE_KINDS, type TableKind } from './classTable';
import { classView } from './classView';
import { claimsOf } from './claims';
import type { LearnerName } from './learnerName';
import { digestOfLesson, newReport, type Report } from './report';
import { checkReport, checkText, jobsOf, outcomeOf, type Verifier } from './reportCheck';
import { fileNameOf, readReport, reportBlock, type ReadReport } from './reportFile';
import {
  inWorkspace,
  nameOf,
  readSubmission,
  submissionsIn,
  writeText,
  type Submissions,
} from './reportFiles';
import { reportText, type ReportPictures } from './reportText';
import { digestOfWords } from './reportWords';
import { REPORT_ENDING, type Submission } from './submissions';
import { VerificationDocuments } from './verificationDocuments';
import { counted } from '../shared/words/counted';

/** The commands that write a hand-in report and verify one. */
export class ReportCommands {
  private readonly verifications = new VerificationDocuments();

  constructor(
    private readonly session: Session,
    private readonly library: LessonLibrary,
    private readonly progress: ProgressBook,
    private readonly learner: LearnerName,
    /** Trains runs again, and says whether the person has ended it early; the outcomes until then are kept. */
    private readonly runAgain: (title: string, jobs: readonly RerunJob[]) => Promise<RerunResult>,
    /** The version of GAN Lessons. */
    private readonly program: string,
  ) {}

  register(): vscode.Disposable {
    const { registerCommand } = vscode.commands;
    const told = (command: Promise<Problem | undefined>): Promise<void> => command.then(showProblem);
    return vscode.Disposable.from(
      this.verifications.register(),
      registerCommand('ganLessons.writeReport', (node?: LessonTreeNode) => told(this.write(node))),
      registerCommand('ganLessons.verifyReport', (file?: unknown) => told(this.verify(file))),
      registerCommand('ganLessons.verifyReports', (folder?: unknown) => told(this.verifyFolder(folder))),
    );
  }

  /** @param node of the tree, in whose context menu it was chosen */
  private async write(node: LessonTreeNode | undefined): Promise<Problem | undefined> {
    const lesson = await this.lessonToReport(node);
    const signature = lesson && (await this.learner.ask(lesson.title));
    if (!lesson || signature === undefined) {
      return undefined;
    }
    const unsigned = newReport({
      learner: signature.name,
      ...(signature.id === undefined ? {} : { learnerId: signature.id }),
      written: Date.now(),
      lesson: { id: lesson.id, title: lesson.title, digest: digestOfLesson(lesson) },
      ...this.here(),
      progress: this.progress.of(lesson.id),
    });
    const report: Report = { ...unsigned, words: digestOfWords(reportText(unsigned, lesson, new Map())) };
    // Where it goes is asked before the runs are trained: afterwards the dialog would come while somebody types.
    const file = await vscode.window.showSaveDialog({
      ...defaultPlace(`${lesson.id}-${fileNameOf(signature.name)}${REPORT_ENDING}`),
      filters: { Markdown: ['md'] },
      title: l10n.t('Save the report'),
    });
    if (!file) {
      return undefined;
    }
    const { outcomes, isCancelled } = await this.runAgain(
      l10n.t('The runs of your report'),
      jobsOf([{ report, lesson }]),
    );
    if (isCancelled) {
      return undefined;
    }
    const text = reportText(report, lesson, picturesOf(lesson, report, outcomes));
    const written = await writeText(file, `${text}\n\n${reportBlock(report)}`);
    if (!written.ok) {
      return written.problem;
    }
    await showMarkdown(file);
    return undefined;
  }

  /** @param chosen a `Uri`; without it the report in the active editor, or else the person is asked */
  private async verify(chosen: unknown): Promise<Problem | undefined> {
    const file = chosen instanceof vscode.Uri ? chosen : await reportToVerify();
    if (!file) {
      return undefined;
    }
    const read = await this.read(await readSubmission(file));
    if (!read.ok) {
      return read.problem;
    }
    const { lesson, report } = read.value;
    const { outcomes, isCancelled } = await this.runAgain(
      l10n.t('Verifying {0}', nameOf(file)),
      jobsOf([{ report, lesson }]),
    );
    if (!isCancelled) {
      const check = checkReport(read.value, lesson, outcomes, this.here());
      await this.verifications.show(
        l10n.t('Verification of {0}', nameOf(file)),
        checkText(check, lesson, nameOf(file)),
      );
    }
    return undefined;
  }

  /** @param chosen a `Uri`; without it the person is asked */
  private async verifyFolder(chosen: unknown): Promise<Problem | undefined> {
    const folder = chosen instanceof vscode.Uri ? chosen : await askForFolder();
    const submissions = folder && (await submissionsWithProgress(folder));
    if (!folder || !submissions) {
      return undefined;
    }
    if (!submissions.ok) {
      return submissions.problem;
    }
    const { found, isCut } = submissions.value;
    if (found.length === 0) {
      return {
        message: l10n.t(
          'There is no report in “{0}”, in the folders below it or in its .zip files.',
          nameOf(folder),
        ),
        next: l10n.t('Choose the folder in which the reports (*{0}) of the class are.', REPORT_ENDING),
      };
    }
    const read = await Promise.all(
      found.map(async (submission): Promise<ReadSubmission> => {
        const { path, student } = submission;
        const content = await this.read(submission);
        return { path, student, content: content.ok ? content.value : { problem: content.problem.message } };
      }),
    );
    const reports = read.flatMap(({ content }) => ('problem' in content ? [] : [content]));
    const { outcomes } = await this.runAgain(
      counted(reports.length, l10n.t('Verifying 1 report | Verifying {0} reports', reports.length)),
      jobsOf(reports),
    );
    const entries = judgeClass(read, outcomes, this.here());
    await this.verifications.show(
      l10n.t('Class results of {0}', nameOf(folder)),
      classView(entries, nameOf(folder)),
    );
    void offerTables(entries, isCut);
    return undefined;
  }

  private here(): Verifier {
    return { language: vscode.env.language, program: this.program };
  }

  private async lessonToReport(node: LessonTreeNode | undefined): Promise<Lesson | undefined> {
    return (
      lessonOfNode(node) ??
      this.session.lesson ??
      pickLesson(this.library, this.progress, l10n.t('Choose the lesson to report on.'))
    );
  }

  /** The report in a file, with its lesson. */
  private async read({ path, text }: Submission): Promise<Result<ReadReport & { readonly lesson: Lesson }>> {
    const read = text.ok ? readReport(text.value) : text;
    if (!read.ok) {
      return read;
    }
    const { lesson: of } = read.value.report;
    const lesson = (await this.library.intact()).find(({ id }) => id === of.id);
    return lesson
      ? success({ ...read.value, lesson })
      : failure(
          l10n.t('“{0}” is a report on the lesson “{1}”, which is not here.', path, of.title),
          l10n.t('Open the workspace that has this lesson and verify the report again.'),
        );
  }
}

function picturesOf(lesson: Lesson, report: Report, outcomes: readonly RerunOutcome[]): ReportPictures {
  return new Map(
    claimsOf(lesson, report.progress).flatMap((claim) => {
      const outcome = outcomeOf(claim, outcomes);
      return outcome?.kind === 'done' ? [[claim.goal.id, outcome.pictures] as const] : [];
    }),
  );
}

function defaultPlace(name = ''): { readonly defaultUri?: vscode.Uri } {
  const place = inWorkspace(name);
  return place ? { defaultUri: place } : {};
}

async function reportToVerify(): Promise<vscode.Uri | undefined> {
  const open = vscode.window.activeTextEditor?.document;
  if (open && readReport(open.getText()).ok) {
    return open.uri;
  }
  const [file] =
    (await vscode.window.showOpenDialog({
      ...(open?.uri.scheme === 'file' ? { defaultUri: open.uri } : defaultPlace()),
      filters: { Markdown: ['md'] },
      title: l10n.t('Choose the report to verify'),
    })) ?? [];
  return file;
}

async function askForFolder(): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      ...defaultPlace(),
      canSelectFiles: false,
      canSelectFolders: true,
      title: l10n.t('Choose the folder with the reports of the class'),
    })) ?? [];
  return folder;
}

function submissionsWithProgress(folder: vscode.Uri): Thenable<Result<Submissions>> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Reading the reports in “{0}”', nameOf(folder)),
      cancellable: true,
    },
    (_, token) => submissionsIn(folder, token),
  );
}

/** Offers the tables of a class until the person has had enough: gradebooks and spreadsheets want different ones. */
async function offerTables(entries: readonly ClassEntry[], isCut: boolean): Promise<void> {
  const said = counted(entries.length, l10n.t('1 file was read. | {0} files were read.', entries.length));
  const cut = isCut ? l10n.t('There are more than can be read together.') : '';
  const save = l10n.t('Save Table...');
  if ((await vscode.window.showInformationMessage(`${said} ${cut}`.trim(), save)) !== save) {
    return;
  }
  const items = TABLE_KINDS.map((table) => ({ table, ...tableWords(table) }));
  const chosen = await vscode.window.showQuickPick(items, { title: l10n.t('Choose the table to save') });
  if (chosen) {
    await showProblem(await saveTable(classTable(entries, chosen.table)));
  }
}

function tableWords(kind: TableKind): { readonly label: string; readonly detail: string } {
  switch (kind) {
    case 'comma':
      return { label: l10n.t('Everything, separated by commas'), detail: l10n.t('Decimal points: 66.7') };
    case 'semicolon':
      return { label: l10n.t('Everything, separated by semicolons'), detail: l10n.t('Decimal commas: 66,7') };
    case 'moodle':
      return { label: l10n.t('Grades for Moodle'), detail: l10n.t('In percent, by ID number or e-mail') };
    case 'canvas':
      return {
        label: l10n.t('Grades for Canvas'),
        detail: l10n.t('In percent, by Canvas’s own number or login'),
      };
    default:
      return unreachable(kind);
  }
}

async function saveTable(csv: string): Promise<Problem | undefined> {
  const file = await vscode.window.showSaveDialog({
    ...defaultPlace('class.csv'),
    filters: { CSV: ['csv'] },
    title: l10n.t('Save class results'),
  });
  const written = file && (await writeText(file, csv));
  if (written?.ok === false) {
    return written.problem;
  }
  if (file) {
    await vscode.window.showTextDocument(file);
  }
  return undefined;
}

async function showProblem(problem: Problem | undefined): Promise<void> {
  if (problem) {
    await vscode.window.showErrorMessage(`${problem.message} ${problem.next}`);
  }
}
