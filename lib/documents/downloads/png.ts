import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#lib/convention/names';
import { globalSingleton } from '#lib/base/global-singleton';

const modules = join(process.cwd(), 'node_modules');
const bundledFonts = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map((file) =>
  join(modules, 'dejavu-fonts-ttf', 'ttf', file),
);
/** Where systems keep a font with Chinese characters, which is too large to bundle (16 MB). */
const chineseFonts = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc',
  '/System/Library/Fonts/PingFang.ttc',
  '/System/Library/Fonts/STHeiti Light.ttc',
  'C:\\Windows\\Fonts\\msyh.ttc',
];

const rasteriser = () =>
  globalSingleton('rasteriser', async () => {
    const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
    await initWasm(readFileSync(join(modules, '@resvg', 'resvg-wasm', 'index_bg.wasm')));
    return Resvg;
  });
const readFonts = (paths: readonly string[]) =>
  paths.map((path) => new Uint8Array(readFileSync(path)));
const latinFonts = () => globalSingleton('fonts', () => readFonts(bundledFonts));
const fontsWithChinese = () =>
  globalSingleton('fonts-chinese', () => {
    const found = chineseFonts.find((path) => existsSync(path));
    return found ? [...readFonts([found]), ...latinFonts()] : null;
  });

/**
 * Renders an SVG as PNG in the size that it names. Null for Chinese on a machine without a Chinese
 * font.
 */
export async function pngOf(svg: string, locale: Locale): Promise<Uint8Array | null> {
  const fontBuffers = locale === 'zh' ? fontsWithChinese() : latinFonts();
  if (!fontBuffers) return null;
  const Resvg = await rasteriser();
  const drawing = new Resvg(svg, {
    font: {
      fontBuffers,
      defaultFontFamily: 'DejaVu Sans Condensed',
      sansSerifFamily: 'DejaVu Sans Condensed',
    },
  });
  const image = drawing.render();
  try {
    return image.asPng();
  } finally {
    // The memory of WebAssembly is not garbage-collected.
    image.free();
    drawing.free();
  }
}
