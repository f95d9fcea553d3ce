/** The compiled kernels, which the build embeds as bytes (esbuild's binary loader). */
declare const bytes: Uint8Array<ArrayBuffer>;
export default bytes;
