import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Both weights as files of their own: what draws here cannot take them from the variable font that the pages use. */
const fonts = ['400', '700'].map((weight) => require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`));

/** Draws SVGs as PNGs, with the letters of the site and with no browser. Made once: it costs a tenth of a second. */
export async function painter(): Promise<(svg: string) => Uint8Array> {
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const fontBuffers = await Promise.all(fonts.map((file) => readFile(file)));
  return (svg) => {
    const drawn = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Inter' } });
    try {
      return drawn.render().asPng();
    } finally {
      drawn.free();
    }
  };
}
