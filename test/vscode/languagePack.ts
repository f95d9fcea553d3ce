import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The display language that the course also exists in. */
const ID = 'zh-cn';
const LABEL = '中文(简体)';

/**
 * Gives a VS Code server a language pack, so that a window whose browser asks for Simplified Chinese has it as its
 * display language. The pack translates nothing of VS Code itself, which then falls back to English; extensions are
 * told of the language, and bring their own words.
 *
 * @param userData the server's folder of user data
 */
export async function addLanguagePack(userData: string): Promise<void> {
  const folder = path.join(userData, 'language-pack');
  const translations = path.join(folder, 'main.i18n.json');
  await mkdir(folder, { recursive: true });
  await writeFile(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const packs = {
    [ID]: {
      hash: ID,
      label: LABEL,
      extensions: [{ extensionIdentifier: { id: `test.${ID}`, uuid: ID }, version: '1.0.0' }],
      translations: { vscode: translations },
    },
  };
  await writeFile(path.join(userData, 'languagepacks.json'), JSON.stringify(packs));
  // Without this file the server takes English and does not ask what the browser wants.
  await writeFile(path.join(userData, 'User', 'argv.json'), '{}');
}
