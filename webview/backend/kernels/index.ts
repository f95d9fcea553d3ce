/**
 * The kernels of the CPU backend, compiled to WebAssembly with SIMD. Every address is that of an array of floats, in
 * bytes. The heap gives each array a start at a multiple of 64 and room up to the next: kernels that work in whole
 * vectors count on that room, as their contracts say; all others store exactly the elements that they name. No kernel
 * allocates memory, and none depends on the machine: WebAssembly's operations are exact to the bit (relaxed SIMD, which
 * would give a fused multiply-add on some machines, is not used).
 */
export { matrixProduct, matrixVectorProduct } from './matrixProduct';
export { transpose } from './transpose';
export { col2im, im2col } from './convolution';
export { add, divide, multiply, repeatEach, subtract, tile } from './binary';
export { exp, leakyRelu, negative, relu, sigmoid, softplus, square, squareRoot, step, tanh } from './unary';
export { leakyReluSlope, tanhSlope } from './slopes';
export { crossEntropyGradient, crossEntropySum } from './crossEntropy';
export { sumColumns, sumOfSquares, sumRows } from './reductions';
export { adam } from './adam';
export { scaledSum } from './scaledSum';
