/** One level of a block (PEP 8). */
export const INDENT = '    ';
