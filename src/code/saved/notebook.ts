import type { ProgramPart } from './pytorchProgram';

/**
 * A notebook of a program: a title above each part (nbformat 4.5, which wants an id for each cell).
 *
 * @param introduction in Markdown
 */
export function encodeNotebook(introduction: string, parts: readonly ProgramPart[]): string {
  const cells = [
    markdownCell('introduction', introduction),
    ...parts.flatMap(({ title, text }, index) => [
      markdownCell(`title-${index + 1}`, `## ${title}`),
      {
        cell_type: 'code',
        id: `part-${index + 1}`,
        metadata: {},
        execution_count: null,
        outputs: [],
        source: linesOf(text.trim()),
      },
    ]),
  ];
  const kernelspec = { display_name: 'Python 3', language: 'python', name: 'python3' };
  const notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec, language_info: { name: 'python' } },
    cells,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function markdownCell(id: string, text: string): object {
  return { cell_type: 'markdown', id, metadata: {}, source: linesOf(text) };
}

/** Lines with their breaks, as notebooks keep them. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.map((line, index) => (index < lines.length - 1 ? `${line}\n` : line));
}
