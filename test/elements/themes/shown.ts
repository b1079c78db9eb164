import type { Srgb } from '../../../packages/elements/src/themes/source/contrast.js';

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const brush = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;

/** The colour that a browser computes for a CSS colour inside of an element, in sRGB. */
export function shownBy(element: HTMLElement, color: string): Srgb {
  const before = element.style.color;
  element.style.color = color;
  const srgb = srgbOfText(getComputedStyle(element).color);
  element.style.color = before;
  return srgb;
}

/** The sRGB of a computed colour, whatever space it is written in. */
export function srgbOfText(color: string): Srgb {
  const alpha = Number(
    /\/\s*([\d.]+)/.exec(color)?.[1] ??
      /^rgba\(.*,\s*([\d.]+)\)$/.exec(color)?.[1] ??
      (color === 'transparent' ? 0 : 1),
  );
  brush.clearRect(0, 0, 1, 1);
  // Painted without its alpha, which a canvas would multiply in and round.
  brush.fillStyle = color.replace(/\s*\/\s*[\d.]+\)/, ')').replace(/^rgba\((.*),[^,]*\)$/, 'rgb($1)');
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, alpha];
}
