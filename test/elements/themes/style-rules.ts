import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve(import.meta.dirname, '../../../packages/elements/src');

/** One block of declarations in an element's styles. */
export interface StyleRule {
  readonly file: string;
  readonly selector: string;
  /** Property and value, in their order. */
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/** The text of every css`…` of the elements, by its file. */
export function styleTexts(): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('themes'))
    .flatMap((file) =>
      [...readFileSync(path.join(source, file), 'utf8').matchAll(/\bcss`([^`]*)`/g)].map(([, text = '']) => ({
        file: file.replaceAll(path.sep, '/'),
        text: text.replace(/\/\*[\s\S]*?\*\//g, ''),
      })),
    );
}

/** Every rule of a style, also those inside of `@media` and `@container`. */
export function rulesIn({ file, text }: { readonly file: string; readonly text: string }): StyleRule[] {
  return [...text.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    file,
    selector: selector.trim(),
    declarations: body
      .split(';')
      .map((each) => /^\s*([\w-]+)\s*:\s*([\s\S]*)$/.exec(each))
      .flatMap((match) => (match ? [[match[1] as string, (match[2] as string).trim()] as const] : [])),
  }));
}

/** The tokens that a value reads, without `--kith-`. */
export const tokensIn = (value: string): string[] =>
  [...value.matchAll(/var\(--kith-([\w-]+)/g)].map(([, name = '']) => name);
