import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    // The packages are served from their sources: no build is needed.
    resolve: { ...vite.resolve, conditions: ['source', 'module', 'browser', 'development|production'] },
    build: {
      ...vite.build,
      // Themes are nested: light-dark() has to stay what it is.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      // Storybook's own chunks (axe, the docs blocks) are large and load on demand.
      chunkSizeWarningLimit: 1500,
    },
  }),
};

export default config;
