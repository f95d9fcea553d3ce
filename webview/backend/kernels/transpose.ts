/**
 * out[columns, rows] = x[rows, columns] transposed. Both are row-major without gaps and must not overlap.
 * Works on blocks of 4 x 4 and then on what remains at the right and at the bottom.
 */
export function transpose(x: usize, out: usize, rows: i32, columns: i32): void {
  const rowBytes = (<usize>columns) << 2;
  const outRowBytes = (<usize>rows) << 2;
  let i = 0;
  for (; i + 4 <= rows; i += 4) {
    let source = x + <usize>i * rowBytes;
    let target = out + ((<usize>i) << 2);
    let j = 0;
    for (; j + 4 <= columns; j += 4, source += 16, target += 4 * outRowBytes) {
      const row0 = v128.load(source);
      const row1 = v128.load(source + rowBytes);
      const row2 = v128.load(source + 2 * rowBytes);
      const row3 = v128.load(source + 3 * rowBytes);
      // Columns 0 and 1, then 2 and 3, of two rows each.
      const low01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
      const low23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
      const high23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7);
      v128.store(target, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
      v128.store(target + outRowBytes, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
      v128.store(target + 2 * outRowBytes, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
      v128.store(target + 3 * outRowBytes, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
    }
    for (; j < columns; j++, source += 4, target += outRowBytes) {
      for (let row: usize = 0; row < 4; row++) {
        store<f32>(target + (row << 2), load<f32>(source + row * rowBytes));
      }
    }
  }
  for (; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      store<f32>(
        out + <usize>j * outRowBytes + ((<usize>i) << 2),
        load<f32>(x + <usize>i * rowBytes + ((<usize>j) << 2)),
      );
    }
  }
}
