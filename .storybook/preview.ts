import '@kith/elements/define';
import '@kith/elements/tokens.css';
import './page.css';
import manifest from '@kith/elements/custom-elements.json' with { type: 'json' };
import type { Preview } from '@storybook/web-components-vite';
import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import { onlyAttributes, onOnePage } from './controls.js';
import { inItsLook, likeThePageAround } from './looks.js';

setCustomElementsManifest(manifest);
likeThePageAround();

/** What is read of the manifest here. */
interface Manifest {
  readonly modules: readonly { readonly declarations: readonly { readonly events?: readonly { name?: string }[] }[] }[];
}
const events = (manifest as unknown as Manifest).modules
  .flatMap(({ declarations }) => declarations)
  .flatMap((declaration) => declaration.events ?? [])
  .flatMap(({ name }) => (name ? [name] : []));

const choice = <Icon extends string>(title: string, icon: Icon, items: Readonly<Record<string, string>>) => ({
  description: title,
  toolbar: {
    title,
    icon,
    dynamicTitle: true,
    items: Object.entries(items).map(([value, name]) => ({ value, title: name })),
  },
});

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    actions: { handles: [...new Set(events)] },
    a11y: { test: 'error' },
    options: { storySort: { method: 'alphabetical' } },
  },
  globalTypes: {
    theme: choice('Theme', 'contrast', { light: 'Light', dark: 'Dark', auto: 'As the machine' }),
    contrast: choice('Contrast', 'accessibility', { normal: 'Normal contrast', more: 'More contrast' }),
    density: choice('Density', 'component', { compact: 'Compact', regular: 'Regular', comfortable: 'Comfortable' }),
    locale: choice('Language', 'globe', {
      en: 'English',
      'zh-Hans': '简体中文',
      'zh-Hant': '繁體中文',
      de: 'Deutsch',
      es: 'Español',
      ar: 'العربية',
    }),
    direction: choice('Direction', 'transfer', {
      auto: 'As the language',
      ltr: 'Left to right',
      rtl: 'Right to left',
    }),
  },
  initialGlobals: { theme: 'light', contrast: 'normal', density: 'regular', locale: 'en', direction: 'auto' },
  decorators: [onOnePage, withActions, inItsLook],
  argTypesEnhancers: [onlyAttributes],
};

export default preview;
