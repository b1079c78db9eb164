import { type Language, learn, type Words, wordsOf } from './locale.js';

/** Where the words of each language are; English is in the elements themselves. */
const FILES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly words: Words }>>> = {
  'zh-Hans': () => import('../locales/zh-hans/words.js'),
  'zh-Hant': () => import('../locales/zh-hant/words.js'),
  de: () => import('../locales/de/words.js'),
  es: () => import('../locales/es/words.js'),
  ar: () => import('../locales/ar/words.js'),
};

/** How long an element waits for its words. After that it is drawn in English: something is better than nothing. */
const PATIENCE_IN_MILLIS = 2_000;

const waiting = new Map<Language, Promise<unknown>>();
/** What to draw anew when words come. */
const redraws = new Set<() => void>();

const drawAnew = (): void => {
  const all = [...redraws];
  redraws.clear();
  for (const redraw of all) redraw();
};

/**
 * Fetches the words of a language where they are not there yet, once for the page. Answers what to wait for before
 * something is drawn in it, so that nobody sees English first; undefined when there is nothing to wait for. `redraw` is
 * called once when the words come.
 */
export function fetchWords(
  language: Language,
  redraw: () => void,
  files: typeof FILES = FILES,
): Promise<unknown> | undefined {
  if (language === 'en' || wordsOf(language)) return undefined;
  redraws.add(redraw);
  let wait = waiting.get(language);
  if (!wait) {
    const fetched = files[language]().then(
      ({ words }) => {
        learn(language, words);
        drawAnew();
      },
      () => {
        // English until the page is online again; then whatever is drawn asks anew.
        const again = (): void => {
          waiting.delete(language);
          drawAnew();
        };
        addEventListener('online', again, { once: true });
      },
    );
    wait = Promise.race([fetched, new Promise((resolve) => setTimeout(resolve, PATIENCE_IN_MILLIS))]);
    waiting.set(language, wait);
  }
  return wait;
}
