/**
 * patches[images * outHeight * outWidth, filterHeight * filterWidth * channels] = for each place of the filter on
 * x[images, height, width, channels], the part of the picture under it, zero where it hangs over the edge. A convolution
 * is then a matrix product with the filter ("im2col": Chellapilla, Puri and Simard, 2006).
 *
 * The filter's place (row, column) starts at (row * strideHeight - padTop, column * strideWidth - padLeft).
 * Arrays are row-major without gaps and must not overlap.
 */
export function im2col(
  x: usize,
  patches: usize,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  padTop: i32,
  padLeft: i32,
): void {
  const pixelBytes = (<usize>channels) << 2;
  const rowBytes = <usize>width * pixelBytes;
  const patchRowBytes = <usize>filterWidth * pixelBytes;
  for (let image = 0; image < images; image++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const left = outColumn * strideWidth - padLeft;
        const skipped = min(filterWidth, max(0, -left));
        const end = max(skipped, min(filterWidth, width - left));
        const before = <usize>skipped * pixelBytes;
        const inside = <usize>(end - skipped) * pixelBytes;
        let row = outRow * strideHeight - padTop;
        // Outside of x while `row` is, and not used then.
        let source = x + <usize>((image * height + row) * width + left + skipped) * pixelBytes;
        for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
          if (row < 0 || row >= height) {
            Span.clear(patches, patchRowBytes);
          } else {
            Span.clear(patches, before);
            Span.copy(patches + before, source, inside);
            Span.clear(patches + before + inside, patchRowBytes - before - inside);
          }
          row++;
          source += rowBytes;
          patches += patchRowBytes;
        }
      }
    }
  }
}

/**
 * The transpose of `im2col`: x[images, height, width, channels] = the sum, for each pixel, of the patches' elements that
 * `im2col` would have read from it. Same parameters, same conditions.
 */
export function col2im(
  patches: usize,
  x: usize,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  padTop: i32,
  padLeft: i32,
): void {
  const pixelBytes = (<usize>channels) << 2;
  const rowBytes = <usize>width * pixelBytes;
  const patchRowBytes = <usize>filterWidth * pixelBytes;
  memory.fill(x, 0, <usize>(images * height * width) * pixelBytes);
  for (let image = 0; image < images; image++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const left = outColumn * strideWidth - padLeft;
        const skipped = min(filterWidth, max(0, -left));
        const end = max(skipped, min(filterWidth, width - left));
        const before = <usize>skipped * pixelBytes;
        const inside = <usize>(end - skipped) * pixelBytes;
        let row = outRow * strideHeight - padTop;
        // Outside of x while `row` is, and not used then.
        let target = x + <usize>((image * height + row) * width + left + skipped) * pixelBytes;
        for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
          if (row >= 0 && row < height) {
            Span.add(target, patches + before, inside);
          }
          row++;
          target += rowBytes;
          patches += patchRowBytes;
        }
      }
    }
  }
}

/** Operations on runs of floats, which may start at any float and have any length. */
class Span {
  @inline
  static copy(target: usize, source: usize, bytes: usize): void {
    let i: usize = 0;
    for (; i + 16 <= bytes; i += 16) {
      v128.store(target + i, v128.load(source + i));
    }
    for (; i < bytes; i += 4) {
      store<f32>(target + i, load<f32>(source + i));
    }
  }

  @inline
  static clear(target: usize, bytes: usize): void {
    let i: usize = 0;
    for (; i + 16 <= bytes; i += 16) {
      v128.store(target + i, f32x4.splat(0));
    }
    for (; i < bytes; i += 4) {
      store<f32>(target + i, 0);
    }
  }

  @inline
  static add(target: usize, source: usize, bytes: usize): void {
    let i: usize = 0;
    for (; i + 16 <= bytes; i += 16) {
      v128.store(target + i, f32x4.add(v128.load(target + i), v128.load(source + i)));
    }
    for (; i < bytes; i += 4) {
      store<f32>(target + i, load<f32>(target + i) + load<f32>(source + i));
    }
  }
}
