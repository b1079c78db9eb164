import type { Oklch } from './oklch.js';

/** A colour of the design, by its role. */
export interface ColorToken {
  /** What it is for. */
  readonly say: string;
  readonly light: Oklch;
  readonly dark: Oklch;
  /** For people who asked for more contrast, where that is another colour. */
  readonly more?: { readonly light: Oklch; readonly dark: Oklch };
  /** The system colour that takes its place in forced colours, where the browser would not choose the same. */
  readonly forced?: string;
}

/** Another name for a token. */
export interface AliasToken {
  readonly say: string;
  readonly alias: string;
}

/** One of the shadows that a thing throws together. Lengths in px. */
export interface ShadowLayer {
  readonly y: number;
  readonly blur: number;
  readonly spread: number;
  readonly light: Oklch;
  readonly dark: Oklch;
}

/** How far a thing stands above the surface. */
export interface ShadowToken {
  readonly say: string;
  readonly layers: readonly ShadowLayer[];
}

/** The kinds that the W3C format knows. */
export type ScaleType = 'dimension' | 'duration' | 'number' | 'fontFamily' | 'fontWeight' | 'cubicBezier';

/** A length, a duration, a weight and so on. */
export interface ScaleToken {
  readonly say: string;
  readonly type: ScaleType;
  /** As CSS writes it. */
  readonly value: string;
  readonly compact?: string;
  readonly comfortable?: string;
  /** For people who asked for less motion, or for more contrast. */
  readonly reduced?: string;
  readonly more?: string;
}

/** Any token; they are kept by their name without `--kith-`. */
export type Token = ColorToken | AliasToken | ShadowToken | ScaleToken;

/** One part of the design, with the heading it stands under. */
export interface TokenGroup {
  readonly title: string;
  readonly tokens: Readonly<Record<string, Token>>;
}

/** The choices that most colours leave open. */
export const color = (
  say: string,
  light: Oklch,
  dark: Oklch,
  rest: { readonly more?: readonly [Oklch, Oklch]; readonly forced?: string } = {},
): ColorToken => ({
  say,
  light,
  dark,
  ...(rest.more ? { more: { light: rest.more[0], dark: rest.more[1] } } : {}),
  ...(rest.forced ? { forced: rest.forced } : {}),
});
