import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import * as vscode from 'vscode';
import { registerAuthoring } from './authoring/authoring';
import { CollectionCommands, tellProblem } from './collections/collectionCommands';
import { CollectionStore } from './collections/collectionStore';
import { PanelDecoder } from './collections/panelDecoder';
import { CodeCommands } from './code/codeCommands';
import { CODE_SCHEME, CodeDocuments } from './code/codeDocuments';
import { CodeFollower } from './code/codeFollower';
import { Commands } from './commands';
import { EnvironmentCommand } from './environment/environmentCommand';
import { ExportCommands } from './export/exportCommands';
import { Bookmark } from './lessons/bookmark';
import { CourseSource } from './lessons/courseSource';
import { Glossary } from './lessons/glossary';
import { LessonCommands } from './lessons/lessonCommands';
import { LessonLibrary } from './lessons/lessonLibrary';
import { LessonTree, type LessonTreeNode } from './lessons/lessonTree';
import { createLessonTreeView } from './lessons/lessonTreeView';
import { WorkspaceSource } from './lessons/workspaceSource';
import { LinkCommands } from './links/linkCommands';
import { LearnerName } from './reports/learnerName';
import { ReportCommands } from './reports/reportCommands';
import { registerRunFileCommands } from './runFiles/runFileCommands';
import { registerRunFileEditor } from './runFiles/runFileEditor';
import { CheckpointStore } from './session/checkpointStore';
import { Guide } from './session/guide';
import { OPTION_ORDER_KEY, optionOrderOf } from './session/optionOrder';
import { ProgressBook, PROGRESS_KEY } from './session/progressBook';
import { fallbackFolder } from './session/fallbackFolder';
import type { Folder } from './session/folder';
import { problemWithRun } from './session/runProblem';
import { Session } from './session/session';
import { randomName, schedule, workspaceFolder } from './session/workspaceFolder';
import {
  lessonLanguage,
  onDidChangeSetting,
  preferredBackend,
  setTrainInBackground,
  trainsInBackground,
} from './settings';
import { isOwnData } from './shared/domain/hyperparameters';
import { unreachable } from './shared/result';
import { SweepCommands } from './sweeps/sweepCommands';
import { Sweeps } from './sweeps/sweeps';
import { SweepStore } from './sweeps/sweepStore';
import { PresenterMode } from './views/presenterMode';
import { HYPERPARAMETERS_VIEW, HyperparametersView } from './views/hyperparametersView';
import { LESSON_PANEL } from './views/lessonPanel';
import { LessonPanels } from './views/lessonPanels';
import { RerunPanel } from './views/rerunPanel';
import { registerRunMenu } from './views/runMenu';
import { showRunStatus } from './views/runStatus';
import { SWEEP_PANEL, SweepPanels } from './views/sweepPanel';
import { WebviewResources } from './views/webviewResources';
import { FIRST_STEPS_KEY, Walkthrough } from './walkthrough/walkthrough';
import { workspaceName } from './workspaceName';

/** What the tests inside VS Code look at, which gives no access to the content of a tree. */
export interface ExtensionApi {
  readonly lessonTree: vscode.TreeDataProvider<LessonTreeNode>;
  readonly session: Pick<Session, 'collections' | 'formMessage' | 'lesson' | 'onDidChange' | 'run'>;
  readonly links: Pick<LinkCommands, 'address' | 'follow'>;
  readonly sweeps: Pick<Sweeps, 'current'>;
  /** Puts a trial of the sweep on the stage, as a click on it does. */
  readonly toStage: SweepCommands['toStage'];
}

/** Writes what waits to be written; set while the extension is active. */
let flush: () => Promise<void> = () => Promise.resolve();

/** Called by VS Code when the window closes; it waits a few seconds for what is returned. */
export function deactivate(): Promise<void> {
  return flush();
}

/**
 * Where things of this workspace are kept. Earlier versions had them in VS Code's storage of the workspace, whose address
 * ends in a number where two extension hosts had met.
 */
function storageFolder(context: vscode.ExtensionContext, kind: 'runs' | 'collections' | 'sweep'): Folder {
  const { storageUri, globalStorageUri } = context;
  const folderIn = (root: vscode.Uri, ...path: string[]): Folder =>
    workspaceFolder(vscode.Uri.joinPath(root, ...path));
  const current = folderIn(globalStorageUri, 'workspaces', workspaceName(vscode.workspace), kind);
  if (!storageUri) {
    return fallbackFolder(current, [folderIn(globalStorageUri, kind)]);
  }
  const unnumbered = storageUri.with({ path: storageUri.path.replace(/-\d+(?=\/[^/]+$)/, '') });
  const older = unnumbered.path === storageUri.path ? [storageUri] : [storageUri, unnumbered];
  return fallbackFolder(
    current,
    older.map((root) => folderIn(root, kind)),
  );
}

/** Called by VS Code when one of the views, commands or panels of `package.json` is needed. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const strings = vscode.l10n.bundle;
  if (strings) {
    l10n.config({ contents: strings });
  }
  const { extensionUri, subscriptions } = context;
  const log = vscode.window.createOutputChannel('GAN Lessons', { log: true });
  const store = new CheckpointStore(
    storageFolder(context, 'runs'),
    schedule,
    randomName,
    log,
    problemWithRun,
  );
  const collections = new CollectionStore(storageFolder(context, 'collections'), log);
  const sweepStore = new SweepStore(storageFolder(context, 'sweep'), log);
  flush = async () => {
    await Promise.all([store.flush(), collections.flush(), sweepStore.flush()]);
  };
  context.globalState.setKeysForSync([PROGRESS_KEY, OPTION_ORDER_KEY, FIRST_STEPS_KEY]);
  const progress = new ProgressBook(context.globalState, log);
  const session = new Session({
    store,
    backend: preferredBackend,
    strings,
    collections,
    progress,
    optionOrder: optionOrderOf(context.globalState, log),
    uniqueName: randomName,
    log,
  });

  const courseUri = vscode.Uri.joinPath(extensionUri, 'lessons');
  const course = new CourseSource(courseUri, log);
  const library = new LessonLibrary([course, new WorkspaceSource(log)], lessonLanguage, log);
  const guide = new Guide(session, library, new Bookmark(context.workspaceState), progress);
  const lessonTree = new LessonTree(library, session, progress);

  const resources = new WebviewResources(extensionUri);
  const continueLesson = async (): Promise<boolean> => (await guide.continue()).kind === 'chosen';
  const glossary = new Glossary(courseUri, lessonLanguage, log);
  const panels = new LessonPanels(session, resources, glossary, continueLesson, trainsInBackground, log);
  const walkthrough = new Walkthrough(session, context.globalState);
  const commands = new Commands(
    session,
    guide,
    panels,
    walkthrough,
    new PresenterMode(session.page, schedule, () => panels.open()),
  );
  const collectionCommands = new CollectionCommands(
    session,
    new PanelDecoder(session.page, schedule),
    () => commands.startLesson(),
    log,
  );
  const lessonCommands = new LessonCommands(session, library, progress, (id) => commands.startLesson(id));
  const form = new HyperparametersView(
    session,
    resources,
    { continueLesson, restart: () => commands.restart() },
    log,
  );

  const rerunPanel = new RerunPanel(resources, strings, log);
  const reportCommands = new ReportCommands(
    session,
    library,
    progress,
    new LearnerName(context.globalState),
    (title, jobs) => rerunPanel.run(title, jobs),
    versionOf(context.extension),
  );
  const sweeps = new Sweeps(
    sweepStore,
    async (data, digest) => {
      await collections.load();
      return isOwnData(data) ? collections.find(data, digest) : undefined;
    },
    randomName,
  );
  const sweepCommands: SweepCommands = new SweepCommands(
    session,
    sweeps,
    () => sweepPanels,
    () => commands.startLesson(),
  );
  const sweepPanels = new SweepPanels(
    sweeps,
    resources,
    strings,
    {
      toStage: (index) => void sweepCommands.toStage(index),
      saveTable: () => void sweepCommands.saveTable(),
      stageIsPlaying: () => session.run.summary?.playing === true,
    },
    log,
  );
  const links = new LinkCommands(session, commands, context.extension.id);
  const runMenu = registerRunMenu(session, panels, {
    showLesson: () => commands.startLesson(),
    trainsInBackground,
    setTrainInBackground,
  });
  const code = new CodeDocuments(session);
  const codeCommands = new CodeCommands(code, panels, context.globalState, () => commands.startLesson());

  subscriptions.push(
    log,
    store,
    session,
    library,
    lessonTree,
    panels,
    form,
    showRunStatus(session),
    walkthrough,
    walkthrough.registerOpen(context.extension.id),
    progress,
    runMenu,
    commands.register(),
    links.register(),
    reportCommands.register(),
    sweepPanels,
    sweepCommands.register(),
    session.onDidChange((change) => change === 'run' && sweepPanels.stageChanged()),
    new EnvironmentCommand(rerunPanel, context).register(),
    lessonCommands.register(),
    glossary.register(),
    session.events.requested.event((request) => void commands.handle(request)),
    collections,
    session.events.problemReported.event(tellProblem),
    collectionCommands.register(),
    code,
    new CodeFollower(code, session),
    codeCommands.register(),
    registerRunFileCommands(session, () => commands.startLesson()),
    registerRunFileEditor(),
    new ExportCommands(session, schedule, () => commands.startLesson()).register(),
    createLessonTreeView(lessonTree, session, schedule),
    library.onDidChange(() => void guide.refreshText()),
    registerAuthoring({
      library,
      language: lessonLanguage,
      preview: (id, place) => commands.previewLesson(id, place),
    }),
    vscode.workspace.registerTextDocumentContentProvider(CODE_SCHEME, code),
    vscode.window.registerWebviewViewProvider(HYPERPARAMETERS_VIEW, form),
    vscode.window.registerWebviewPanelSerializer(LESSON_PANEL, panels),
    vscode.window.registerWebviewPanelSerializer(SWEEP_PANEL, sweepPanels),
    onDidChangeSetting((name) => {
      switch (name) {
        case 'language':
          library.refresh();
          panels.tellGlossary();
          break;
        case 'backend':
          session.run.refreshDefaults();
          break;
        case 'trainInBackground':
          panels.refresh();
          break;
        case 'characterKeys':
          panels.tellPreferences();
          break;
        default:
          unreachable(name);
      }
    }),
  );
  return { lessonTree, session, links, sweeps, toStage: (index) => sweepCommands.toStage(index) };
}

function versionOf({ packageJSON }: vscode.Extension<unknown>): string {
  const read = v.safeParse(v.object({ version: v.string() }), packageJSON);
  return read.success ? read.output.version : '';
}
