/** The text of a Markdown file, which the bundler puts in its place. */
declare module '*.md' {
  const text: string;
  export default text;
}
