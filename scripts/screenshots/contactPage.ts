/** A page that shows all pictures: a row for each state and theme, a column for each width. */
export function contactPage(
  states: readonly string[],
  themes: readonly string[],
  widths: readonly number[],
): string {
  const rows = states.flatMap((state) =>
    themes.map((theme) => {
      const cells = widths.map((width) => {
        const file = `${state}-${theme}-${width}.png`;
        return `<td><a href="${file}"><img src="${file}" alt="${state}, ${theme}, ${width} pixels" loading="lazy"></a></td>`;
      });
      return `<tr><th>${state}<br><small>${theme}</small></th>${cells.join('')}</tr>`;
    }),
  );
  const head = widths.map((width) => `<th>${width}</th>`).join('');
  return `<!doctype html>
<meta charset="utf-8">
<title>GAN Lessons: reference pictures</title>
<style>body { font: 14px sans-serif; } th { text-align: left; vertical-align: top; } img { max-height: 420px; }</style>
<table><tr><th></th>${head}</tr>${rows.join('\n')}</table>
`;
}
