import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { LessonLibrary } from '../lessons/lessonLibrary';
import { pickLesson } from '../lessons/lessonPicker';
import { lessonOfNode, type LessonTreeNode } from '../lessons/lessonTree';
import type { ProgressBook } from '../session/progressBook';
import type { Session } from '../session/session';
import type { Lesson } from '../shared/domain/lesson';
import type { RerunJob, RerunOutcome } from '../shared/wire/rerun';
import type { Problem } from '../shared/result';
import { showMarkdown } from '../views/markdownPreview';
import { classTable, type ClassEntry } from './classTable';
import { claimsOf } from './claims';
import type { LearnerName } from './learnerName';
import { newReport, type Report } from './report';
import { checkReport, checkText, jobsOf, outcomeOf } from './reportCheck';
import { readReport, reportBlock, type ReadReport } from './reportFile';
import { inWorkspace, nameOf, readText, REPORT_ENDING, reportsIn, writeText } from './reportFiles';
import { reportText, type ReportPictures } from './reportText';
import { VerificationDocuments } from './verificationDocuments';

/** Runs runs again; `undefined` when the person has had enough. */
export type RunAgain = (
  title: string,
  jobs: readonly RerunJob[],
) => Promise<readonly RerunOutcome[] | undefined>;

/** A report with the lesson that it is of. */
interface ReportOfLesson extends ReadReport {
  readonly lesson: Lesson;
}

/** The commands that write a hand-in report, verify one, and make the table of a class. */
export class ReportCommands {
  private readonly verifications = new VerificationDocuments();

  constructor(
    private readonly session: Session,
    private readonly library: LessonLibrary,
    private readonly progress: ProgressBook,
    private readonly learner: LearnerName,
    private readonly runAgain: RunAgain,
  ) {}

  register(): vscode.Disposable {
    const { registerCommand } = vscode.commands;
    const told = (command: Promise<Problem | undefined>) => command.then(tell);
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
    const learner = lesson && (await this.learner.ask());
    if (!lesson || learner === undefined) {
      return undefined;
    }
    const progress = this.progress.of(lesson.id);
    const report = newReport({
      learner,
      written: Date.now(),
      lesson: { id: lesson.id, title: lesson.title },
      language: vscode.env.language,
      progress,
    });
    const outcomes = await this.runAgain(l10n.t('The runs of your report'), jobsOf([{ report, lesson }]));
    const file =
      outcomes &&
      (await vscode.window.showSaveDialog({
        ...defaultPlace(`${lesson.id}-${fileNameOf(learner)}${REPORT_ENDING}`),
        filters: { Markdown: ['md'] },
        title: l10n.t('Save the report'),
      }));
    if (!outcomes || !file) {
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
    const file = chosen instanceof vscode.Uri ? chosen : await this.reportToVerify();
    if (!file) {
      return undefined;
    }
    const read = await this.read(file);
    if ('problem' in read) {
      return read.problem;
    }
    const outcomes = await this.runAgain(
      l10n.t('Verifying {0}', nameOf(file)),
      jobsOf([{ report: read.report, lesson: read.lesson }]),
    );
    if (outcomes) {
      const check = checkReport(read, read.lesson, outcomes, vscode.env.language);
      await this.verifications.show(nameOf(file), checkText(check, read.lesson, nameOf(file)));
    }
    return undefined;
  }

  /** @param chosen a `Uri`; without it the person is asked */
  private async verifyFolder(chosen: unknown): Promise<Problem | undefined> {
    const folder = chosen instanceof vscode.Uri ? chosen : await askForFolder();
    const files = folder && (await reportsIn(folder));
    if (!folder || !files) {
      return undefined;
    }
    if (!files.ok) {
      return files.problem;
    }
    if (files.value.length === 0) {
      return {
        message: l10n.t('There is no report in “{0}”.', nameOf(folder)),
        next: l10n.t('Choose the folder in which the reports (*{0}) of the class are.', REPORT_ENDING),
      };
    }
    const read = await Promise.all(
      files.value.map(async (file) => ({ fileName: nameOf(file), content: await this.read(file) })),
    );
    const reports = read.flatMap(({ content }) => ('problem' in content ? [] : [content]));
    const outcomes = await this.runAgain(l10n.t('Verifying {0} reports', reports.length), jobsOf(reports));
    if (!outcomes) {
      return undefined;
    }
    const entries = read.map(({ fileName, content }): ClassEntry => {
      if ('problem' in content) {
        return { fileName, problem: content.problem.message };
      }
      const { lesson } = content;
      return {
        fileName,
        verified: { lesson, check: checkReport(content, lesson, outcomes, vscode.env.language) },
      };
    });
    return saveTable(classTable(entries));
  }

  private async lessonToReport(node: LessonTreeNode | undefined): Promise<Lesson | undefined> {
    return (
      lessonOfNode(node) ??
      this.session.lesson ??
      pickLesson(this.library, this.progress, l10n.t('Of which lesson is the report to be?'))
    );
  }

  private async reportToVerify(): Promise<vscode.Uri | undefined> {
    const open = vscode.window.activeTextEditor?.document;
    if (open && readReport(open.getText()).ok) {
      return open.uri;
    }
    const [file] =
      (await vscode.window.showOpenDialog({
        ...defaultPlace(),
        filters: { Markdown: ['md'] },
        title: l10n.t('Which report is to be verified?'),
      })) ?? [];
    return file;
  }

  private async read(file: vscode.Uri): Promise<ReportOfLesson | { readonly problem: Problem }> {
    const text = await readText(file);
    if (!text.ok) {
      return { problem: text.problem };
    }
    const read = readReport(text.value);
    if (!read.ok) {
      return { problem: read.problem };
    }
    const { lesson: of } = read.value.report;
    const lesson = (await this.library.intact()).find(({ id }) => id === of.id);
    return lesson
      ? { ...read.value, lesson }
      : {
          problem: {
            message: l10n.t(
              '“{0}” is a report on the lesson “{1}”, which is not here.',
              nameOf(file),
              of.title,
            ),
            next: l10n.t('Open the workspace that has this lesson and verify the report again.'),
          },
        };
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

/** Letters and digits of any script, which every file system takes. */
function fileNameOf(learner: string): string {
  return learner.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'report';
}

function defaultPlace(name = ''): { readonly defaultUri?: vscode.Uri } {
  const place = inWorkspace(name);
  return place ? { defaultUri: place } : {};
}

async function askForFolder(): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      ...defaultPlace(),
      canSelectFiles: false,
      canSelectFolders: true,
      title: l10n.t('In which folder are the reports of the class?'),
    })) ?? [];
  return folder;
}

async function saveTable(csv: string): Promise<Problem | undefined> {
  const file = await vscode.window.showSaveDialog({
    ...defaultPlace('class.csv'),
    filters: { CSV: ['csv'] },
    title: l10n.t('Save the table of the class'),
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

async function tell(problem: Problem | undefined): Promise<void> {
  if (problem) {
    await vscode.window.showErrorMessage(`${problem.message} ${problem.next}`);
  }
}
