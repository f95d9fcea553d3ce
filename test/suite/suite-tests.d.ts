/** All tests of this folder; esbuild.mjs makes it. */
declare module 'suite-tests' {}
