import * as vscode from 'vscode';
import type { Disposable } from '../emitter';
import { AuthoringCommands, type AuthoringServices } from './authoringCommands';
import { LessonCompletion, TRIGGERS } from './completionProvider';
import { LessonHover } from './hoverProvider';
import { LessonDiagnosticsView } from './lessonDiagnosticsView';
import { LESSON_DOCUMENTS } from './lessonDocuments';

/** All that helps those who write lessons of their own. */
export function registerAuthoring(services: AuthoringServices): Disposable {
  const { registerCompletionItemProvider, registerHoverProvider } = vscode.languages;
  return vscode.Disposable.from(
    new AuthoringCommands(services).register(),
    new LessonDiagnosticsView(services.library),
    registerCompletionItemProvider(LESSON_DOCUMENTS, new LessonCompletion(services.library), ...TRIGGERS),
    registerHoverProvider(LESSON_DOCUMENTS, new LessonHover()),
  );
}
