import { componentsOf, type Oklch } from './oklch.js';

/** Red, green, blue and alpha from 0 to 1, gamma-encoded as in sRGB. */
export type Srgb = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * The sRGB colour a screen shows for it: OKLCH over OKLab (Ottosson, 2020) to linear light, cut off where sRGB ends.
 * The tokens are chosen to lie inside it or just at its edge, where cutting off and mapping the gamut come to the same.
 */
export function srgbOf(color: Oklch): Srgb {
  const [lightness, chroma, hue] = componentsOf(color);
  const radians = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(radians);
  const b = chroma * Math.sin(radians);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    encoded(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    encoded(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
    color.alpha,
  ];
}

/** A colour as it looks on an opaque ground. */
export function over([red, green, blue, alpha]: Srgb, ground: Srgb): Srgb {
  const mixed = (top: number, below: number) => top * alpha + below * (1 - alpha);
  return [mixed(red, ground[0]), mixed(green, ground[1]), mixed(blue, ground[2]), 1];
}

/** The contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(one: Srgb, other: Srgb): number {
  const [lighter, darker] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** `#rrggbb`, for tools that know no other colours. */
export const hexOf = ([red, green, blue]: Srgb): string =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminanceOf([red, green, blue]: Srgb): number {
  return 0.2126 * decoded(red) + 0.7152 * decoded(green) + 0.0722 * decoded(blue);
}

const decoded = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

const encoded = (light: number): number => {
  const part = Math.min(1, Math.max(0, light));
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
};
