import * as vscode from 'vscode';
import { createNonce, webviewHtml } from './webviewHtml';

/** The pages of the extension, by the name of their script and style sheet in `dist`. */
type PageName = 'lesson' | 'hyperparameters' | 'rerun' | 'sweep';

/** The pages that start a training worker. */
const TRAINING_PAGES: readonly PageName[] = ['lesson', 'rerun', 'sweep'];

/** What a page says of itself before its script runs. */
interface PageTexts {
  readonly title: string;
  readonly placeholder: string;
}

/** Connects a webview with the files that its page is made of. */
export class WebviewResources {
  constructor(private readonly extensionUri: vscode.Uri) {}

  /** A webview may run its script and read the extension's code and icons, and nothing else. */
  options(): vscode.WebviewOptions {
    return {
      enableScripts: true,
      localResourceRoots: [this.uri('dist'), this.uri('media')],
    };
  }

  /** The icon in the tab of a panel. */
  icon(): vscode.Uri {
    return this.uri('media', 'icon.png');
  }

  /** Loads, or loads again, one of the pages. Options are set too, because those of a restored webview are stale. */
  show(webview: vscode.Webview, name: PageName, texts: PageTexts): void {
    webview.options = this.options();
    const resource = (file: string): string => webview.asWebviewUri(this.uri('dist', file)).toString();
    webview.html = webviewHtml(
      {
        ...texts,
        language: vscode.env.language,
        cspSource: webview.cspSource,
        script: resource(`${name}.js`),
        style: resource(`${name}.css`),
        ...(TRAINING_PAGES.includes(name) && { worker: resource('worker.js') }),
      },
      createNonce(),
    );
  }

  private uri(...path: string[]): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, ...path);
  }
}
