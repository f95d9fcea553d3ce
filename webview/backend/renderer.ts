/**
 * Names in the renderer strings of WebGL implementations that run on the processor: Chromium's SwiftShader, Mesa's
 * llvmpipe and softpipe, Windows' WARP ("Microsoft Basic Render Driver"), Apple's software renderer.
 */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|swrast|microsoft basic render|\bwarp\b|software/i;

/**
 * Whether WebGL's UNMASKED_RENDERER_WEBGL names a renderer without a graphics processor. Training there is slower by far
 * than on the CPU backend.
 */
export function isSoftwareRenderer(renderer: string): boolean {
  return SOFTWARE.test(renderer);
}

/** A short name of the software renderer, for a person: `SwiftShader` out of a long string of ANGLE's. */
export function softwareRendererName(renderer: string): string {
  return SOFTWARE.exec(renderer)?.[0] ?? renderer;
}

/**
 * The name of a graphics processor, for a person: `NVIDIA GeForce RTX 3060` out of `ANGLE (NVIDIA, NVIDIA GeForce RTX
 * 3060 (0x00002503) Direct3D11 vs_5_0 ps_5_0, D3D11)`.
 */
export function rendererName(renderer: string): string {
  const [, device] = /^ANGLE \([^,]*, (.*)\)$/.exec(renderer) ?? [];
  return (device ?? renderer)
    .replace(/^ANGLE Metal Renderer: /, '')
    .replace(/,? (?:\(0x[\dA-F]+\)|Direct3D\d|\(?OpenGL |Unspecified Version).*$|, .*$|\/PCIe.*$/i, '');
}

/**
 * The renderer behind WebGL 2 here, or undefined without WebGL 2: no OffscreenCanvas (Node), blocked drivers, or a
 * browser that no longer falls back to software. Works in a worker. The context made for the question is given up.
 */
export function webglRenderer(): string | undefined {
  if (typeof OffscreenCanvas === 'undefined') {
    return undefined;
  }
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!context) {
    return undefined;
  }
  const debugInfo = context.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = context.getParameter(
    debugInfo ? debugInfo.UNMASKED_RENDERER_WEBGL : context.RENDERER,
  );
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof renderer === 'string' ? renderer : '';
}
