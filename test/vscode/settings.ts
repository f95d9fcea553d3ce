import { isOldest } from './serverInstallation';

/** VS Code's settings by name, as in settings.json. */
export type Settings = Record<string, unknown>;

interface ThemeNames {
  /** In settings.json. */
  id: string;
  /** In the list of "Preferences: Color Theme". */
  label: string;
  /** On the workbench's element, as long as the theme is shown. */
  className: string;
}

/** What the ids of two themes began with in VS Code 1.100. */
const prefix = isOldest ? 'Default ' : '';

/** The themes that VS Code brings, one for each kind that it knows. */
export const themes = {
  dark: { id: `${prefix}Dark Modern`, label: 'Dark Modern', className: 'vs-dark' },
  light: { id: `${prefix}Light Modern`, label: 'Light Modern', className: 'vs' },
  'high-contrast': { id: 'Default High Contrast', label: 'Dark High Contrast', className: 'hc-black' },
  'high-contrast-light': {
    id: 'Default High Contrast Light',
    label: 'Light High Contrast',
    className: 'hc-light',
  },
} as const satisfies Record<string, ThemeNames>;

export type Theme = keyof typeof themes;

/** Whether a word names a theme. */
export function isTheme(word: string): word is Theme {
  return Object.hasOwn(themes, word);
}

/** The setting that shows `theme`. */
export function themeSetting(theme: Theme): Settings {
  return { 'workbench.colorTheme': themes[theme].id };
}

/** A VS Code that shows the extension and nothing else: no welcome, no tips, no requests to other machines. */
export const quietSettings: Settings = {
  ...themeSetting('dark'),
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'typescript.disableAutomaticTypeAcquisition': true,
};
