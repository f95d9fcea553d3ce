/** One level of a block. */
export const INDENT = '  ';
