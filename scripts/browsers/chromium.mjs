// The system's Chromium, driven by Playwright.
import { playwrightLauncher } from '@web/test-runner-playwright';
import { CHROMIUM_FLAGS, requireChromium } from '../chromium.mjs';

export const chromium = () =>
  playwrightLauncher({
    product: 'chromium',
    // A test looks at states, not at the way there.
    createBrowserContext: ({ browser }) => browser.newContext({ reducedMotion: 'reduce' }),
    launchOptions: { executablePath: requireChromium(), args: CHROMIUM_FLAGS },
  });
