import { type Language, nearest } from './locale.js';

const ours = new WeakMap<HTMLElement, string>();

/**
 * Turns an element the way its language runs, where a `lang` is nearer to it than any `dir`: a page in English may hold
 * an element in Arabic. A direction that the page says itself always holds.
 */
export function followLanguage(element: HTMLElement, language: Language): void {
  if (element.dir && element.dir !== ours.get(element)) return;
  const [above = 'ltr', steps] = nearest(element.parentNode, 'dir');
  const own = language === 'ar' ? 'rtl' : 'ltr';
  const dir = own !== above && nearest(element, 'lang')[1] <= steps ? own : '';
  if (dir === element.dir) return;
  element.dir = dir;
  ours.set(element, dir);
}
