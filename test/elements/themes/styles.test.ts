import { describe, expect, it } from 'vitest';
import { KNOBS } from '../../../packages/elements/src/themes/source/oklch.js';
import { pairs } from '../../../packages/elements/src/themes/source/pairs.js';
import { tokensByName } from '../../../packages/elements/src/themes/source/tokens.js';
import { rulesIn, type StyleRule, styleTexts, tokensIn } from './style-rules.js';

const texts = styleTexts();
const rules = texts.flatMap(rulesIn);
const found = (pattern: RegExp): string[] =>
  texts.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([match]) => `${file}: ${match.trim()}`));

describe('the styles of the elements', () => {
  it('EL8 ask for the width of their container, never for that of the page', () => {
    expect(texts.length).toBeGreaterThan(30);
    expect(found(/@media[^{]*\b(?:width|height|inline-size|block-size|aspect-ratio)\b[^{]*/g)).toEqual([]);
  });

  it('EL8 name no left and no right', () => {
    expect(
      found(
        /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)(?:-\w+)?\s*:[^;}]*/g,
      ),
    ).toEqual([]);
    expect(found(/(?:text-align|float|clear)\s*:\s*(?:left|right)/g)).toEqual([]);
  });

  it('EL8 have no colours of their own', () => {
    expect(found(/(?:oklch|oklab|lch|lab|rgba?|hsla?|hwb)\([^;}]*|:\s*#[0-9a-fA-F]{3,8}\b/g)).toEqual([]);
  });

  it('EL8 read only tokens that there are', () => {
    const known = new Set([...tokensByName.keys(), ...Object.keys(KNOBS)]);
    const unknown = texts.flatMap(({ file, text }) =>
      tokensIn(text)
        .filter((name) => !known.has(name))
        .map((name) => `${file}: --kith-${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('EL7 set text only on grounds it is declared for in themes/source/pairs.ts', () => {
    const declared = new Set(pairs.flatMap(({ ink, on }) => on.map((ground) => `${ink} on ${ground}`)));
    const inks = new Set(pairs.map(({ ink }) => ink));
    const problems = rules.flatMap((rule) => {
      const place = `${rule.file} { ${rule.selector} }`;
      const read = inksOf(rule);
      const undeclared = read.filter((ink) => !inks.has(ink)).map((ink) => `${place}: ${ink} is no ink`);
      return [
        ...undeclared,
        ...read.flatMap((ink) =>
          groundsOf(rule)
            .filter((ground) => !declared.has(`${ink} on ${ground}`))
            .map((ground) => `${place}: ${ink} on ${ground}`),
        ),
      ];
    });
    expect(problems).toEqual([]);
  });
});

/** The colours that a rule gives to text or icons; `--…-text` is what a rule hands on to others. */
function inksOf({ declarations }: StyleRule): string[] {
  return declarations
    .filter(([property]) => property === 'color' || /^--(?!kith-)[\w-]*text$/.test(property))
    .flatMap(([, value]) => tokensIn(value));
}

/** What a rule lays under them; a wash without a ground lies on the surface, at least. */
function groundsOf({ declarations }: StyleRule): string[] {
  const tokens = declarations
    .filter(([property]) => /^background(-color)?$/.test(property) || /^--(?!kith-)[\w-]*ground$/.test(property))
    .flatMap(([, value]) => tokensIn(value));
  const washes = tokens.filter((name) => name === 'hover' || name === 'pressed');
  const grounds = tokens.filter((name) => name !== 'hover' && name !== 'pressed');
  if (washes.length === 0) return grounds;
  return washes.flatMap((wash) =>
    (grounds.length > 0 ? grounds : ['surface']).map((ground) => `${wash} over ${ground}`),
  );
}
