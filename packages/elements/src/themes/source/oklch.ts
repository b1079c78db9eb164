/** A colour in OKLCH. Hue and chroma may hang on what a host turns: its accent, and the tint of its greys. */
export interface Oklch {
  /** 0 (black) to 1 (white). */
  readonly lightness: number;
  /** 0 (grey) to about 0.37; `times` is a multiple of the accent's chroma. */
  readonly chroma: number | { readonly times: number };
  /** Degrees, or that of the accent or of the greys. */
  readonly hue: number | 'accent' | 'neutral';
  /** 0 to 1. */
  readonly alpha: number;
}

/** What a host may turn, as Kith comes. */
export const KNOBS = { 'accent-h': 262, 'accent-c': 0.17, 'neutral-h': 264 } as const;

/** A colour that stays as it is. */
export const fixed = (lightness: number, chroma: number, hue: number, alpha = 1): Oklch => ({
  lightness,
  chroma,
  hue,
  alpha,
});

/** A grey in the tint of the greys. */
export const neutral = (lightness: number, chroma: number, alpha = 1): Oklch => ({
  lightness,
  chroma,
  hue: 'neutral',
  alpha,
});

/** A colour in the accent's hue, as strong as it says. */
export const tinted = (lightness: number, chroma: number, alpha = 1): Oklch => ({
  lightness,
  chroma,
  hue: 'accent',
  alpha,
});

/** A colour in the accent's hue, as strong as the accent times something. */
export const accent = (lightness: number, times = 1): Oklch => ({
  lightness,
  chroma: { times },
  hue: 'accent',
  alpha: 1,
});

/** How a stylesheet writes the colour. */
export function cssOf({ lightness, chroma, hue, alpha }: Oklch): string {
  const strength =
    typeof chroma === 'number'
      ? chroma
      : chroma.times === 1
        ? 'var(--kith-accent-c)'
        : `calc(var(--kith-accent-c) * ${chroma.times})`;
  const degrees = typeof hue === 'number' ? hue : `var(--kith-${hue}-h)`;
  return `oklch(${lightness} ${strength} ${degrees}${alpha === 1 ? '' : ` / ${alpha}`})`;
}

/** The colour as Kith comes: lightness, chroma, hue. */
export function componentsOf({ lightness, chroma, hue }: Oklch): readonly [number, number, number] {
  return [
    lightness,
    typeof chroma === 'number' ? chroma : Number((KNOBS['accent-c'] * chroma.times).toFixed(4)),
    typeof hue === 'number' ? hue : KNOBS[`${hue}-h`],
  ];
}
