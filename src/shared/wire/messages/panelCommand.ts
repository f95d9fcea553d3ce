import * as v from 'valibot';

/** The extension's commands that the panel has buttons for, without the `ganLessons.` before their names. */
const PANEL_COMMANDS = [
  'beInspector',
  'beForger',
  'compareRuns',
  'followInCode',
  'exportStage',
  'exportContactSheet',
  'exportPostcard',
  'exportFilm',
  'exportMetrics',
  'saveRun',
] as const;

export type PanelCommand = (typeof PANEL_COMMANDS)[number];

/** From the panel to the host: do what this command does. */
export const RunCommandSchema = v.object({
  type: v.literal('runCommand'),
  command: v.picklist(PANEL_COMMANDS),
});
