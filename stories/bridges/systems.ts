import webAwesomeNative from '@awesome.me/webawesome/dist/styles/native.css?inline';
import webAwesomePalette from '@awesome.me/webawesome/dist/styles/themes/default.css?inline';
import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import bootstrapBridge from '@kith/elements/bridges/bootstrap.css?inline';
import fluentBridge from '@kith/elements/bridges/fluent.css?inline';
import materialBridge from '@kith/elements/bridges/material.css?inline';
import shadcnBridge from '@kith/elements/bridges/shadcn.css?inline';
import webAwesomeBridge from '@kith/elements/bridges/web-awesome.css?inline';
import bootstrap from 'bootstrap/dist/css/bootstrap.min.css?inline';
import { materialTheme } from './material-theme.js';
import { shadcnTheme } from './shadcn-theme.js';

/** A design system that a page may be made with. */
export interface System {
  readonly name: string;
  /** Its own styles: real ones, or those its documentation gives. */
  readonly css: string;
  readonly bridge: string;
  /** How a part of a page is put into its light or dark theme. */
  readonly scope: (theme: 'light' | 'dark') => Readonly<Record<string, string>>;
}

const declarations = (theme: object): string =>
  Object.entries(theme)
    .map(([name, value]) => `--${name}: ${value};`)
    .join('');

/** The systems there is a bridge for. */
export const systems = {
  bootstrap: {
    name: 'Bootstrap',
    css: bootstrap,
    bridge: bootstrapBridge,
    scope: (theme) => ({ 'data-bs-theme': theme }),
  },
  material: {
    name: 'Material',
    css: materialTheme,
    bridge: materialBridge,
    scope: (theme) => ({ class: theme }),
  },
  fluent: {
    name: 'Fluent',
    css: `:root{${declarations(webLightTheme)}}`,
    bridge: fluentBridge,
    scope: (theme) => ({
      class: 'fui-FluentProvider',
      style: `color-scheme:${theme};${declarations(theme === 'dark' ? webDarkTheme : webLightTheme)}`,
    }),
  },
  shadcn: {
    name: 'shadcn/ui',
    css: shadcnTheme,
    bridge: shadcnBridge,
    scope: (theme) => ({ class: theme === 'dark' ? 'dark' : '' }),
  },
  webAwesome: {
    name: 'Web Awesome',
    css: `${webAwesomePalette}${webAwesomeNative}`,
    bridge: webAwesomeBridge,
    scope: (theme) => ({ class: `wa-${theme}` }),
  },
} satisfies Readonly<Record<string, System>>;
