import { createRequire } from 'node:module';

/** What the fonts that come with the package hold: Latin, Greek and Cyrillic, and the signs of numbers. */
const SHIPPED = /^[\t\n\u0020-\u052F\u1E00-\u20CF\u2100-\u22FF]*$/;
const FILES = ['400Regular/OpenSans_400Regular.ttf', '700Bold/OpenSans_700Bold.ttf'];
const FAMILY = 'Open Sans';

/** How pictures find their fonts. */
export interface Fonts {
  readonly fontFiles: string[];
  readonly loadSystemFonts: boolean;
  readonly defaultFontFamily: string;
  readonly sansSerifFamily: string;
}

/**
 * The fonts for a text: those that come with the package, so that pictures look the same on machines without any. Fonts of
 * the system, which take long to load where there are many, are asked only for what the others do not have.
 */
export function fontsFor(text: string): Fonts {
  const require = createRequire(import.meta.url);
  return {
    fontFiles: FILES.map((file) => require.resolve(`@expo-google-fonts/open-sans/${file}`)),
    loadSystemFonts: !SHIPPED.test(text),
    defaultFontFamily: FAMILY,
    sansSerifFamily: FAMILY,
  };
}
