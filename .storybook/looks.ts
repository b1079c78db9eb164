import type { Decorator } from '@storybook/web-components-vite';

/** What the toolbar sets, as it stands on a page or a part of one. */
const LOOKS = ['data-theme', 'data-contrast', 'data-density', 'lang', 'dir'];

/** The page of documentation that this page stands on as a window, if it does. */
const around =
  window.parent === window ? undefined : (window.parent.document.querySelector('#storybook-docs') ?? undefined);

/** Sets the page of a story as the toolbar says; on a page of documentation only what is shown, not what is read there. */
export const inItsLook: Decorator = (story, { globals, viewMode, canvasElement }) => {
  // The toolbar reaches the page of documentation, not the windows on it.
  if (!around) dress(viewMode === 'docs' ? canvasElement : document.documentElement, globals);
  return story();
};

function dress(
  page: HTMLElement,
  { theme, contrast, density, locale, direction }: Readonly<Record<string, unknown>>,
): void {
  page.dataset['theme'] = String(theme);
  page.dataset['contrast'] = String(contrast);
  page.dataset['density'] = String(density);
  page.lang = String(locale);
  const isArabic = locale === 'ar';
  page.dir = direction === 'auto' ? (isArabic ? 'rtl' : 'ltr') : String(direction);
}

/** A story in a window on a page of documentation looks like the one that stands in the page itself, now and later. */
export function likeThePageAround(): void {
  if (!around) return;
  const take = (): void => {
    const shown = around.querySelector('.sb-story [data-theme]');
    for (const name of shown ? LOOKS : []) document.documentElement.setAttribute(name, shown?.getAttribute(name) ?? '');
  };
  take();
  new MutationObserver(take).observe(around, { subtree: true, attributes: true, attributeFilter: LOOKS });
}
