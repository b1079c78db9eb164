import { upFrom } from './shadow-tree.js';

/** What has the focus, through all shadow roots; undefined where it is nowhere. */
export function focused(): HTMLElement | undefined {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found === document.body || !(found instanceof HTMLElement) ? undefined : found;
}

/** What a screen reader calls an element, near enough: its label, else its text. */
export function nameOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const byIds = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id && textOf(root.getElementById(id))) || '')
    .join(' ')
    .trim();
  const labels = 'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
  const name =
    byIds ||
    element.getAttribute('aria-label') ||
    labels.map((label) => textOf(label)).join(' ') ||
    (element.matches('input, textarea, select') ? '' : textOf(element)) ||
    element.getAttribute('title') ||
    element.getAttribute('placeholder') ||
    '';
  return name.replace(/\s+/g, ' ').trim();
}

/** The words of an element and of the shadow roots below it, in one line, as a screen reader has them. */
function textOf(node: Node | null): string {
  if (!node || node instanceof HTMLStyleElement) return '';
  if (node instanceof Text) return node.data;
  if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return '';
  return inOneLine(childrenOf(node).map(textOf));
}

/** The words that can be seen in an element and in the shadow roots below it, in one line. */
export function wordsIn(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && getComputedStyle(node).display === 'none') return '';
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) return node.value;
  return inOneLine(childrenOf(node).map(wordsIn));
}

const inOneLine = (words: readonly string[]): string => words.join(' ').replace(/\s+/g, ' ').trim();

function childrenOf(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) return node.assignedNodes();
  return [...((node instanceof Element && node.shadowRoot) || node).childNodes];
}

/** So far above what has the focus a ring may be drawn: a field has it around its control, a card around its title. */
const RING_STEPS = 5;

/** What is wrong with how a focus is shown; undefined where a ring is drawn that can be seen. */
export function unseen(element: HTMLElement): string | undefined {
  // What the page brings itself is drawn by the page.
  if (element.getRootNode() === document) return undefined;
  const near = [...upFrom(element)].slice(0, RING_STEPS);
  const ringed = near.filter((each) => ['', '::before', '::after'].some((part) => isOutlined(each, part)));
  if (ringed.length === 0) return 'no ring is drawn around it';
  return ringed.some(isInSight) ? undefined : 'it is out of sight, or something lies over it';
}

/** Whether what is seen in the place of an element is that element. */
function isInSight(element: Element): boolean {
  const { left, width, top, height } = element.getBoundingClientRect();
  return PLACES.some((across) =>
    PLACES.some((down) => {
      const seen = atPoint(left + width * across, top + height * down);
      return seen && [...upFrom(seen)].includes(element);
    }),
  );
}

/** Where a box is looked at, from 0 for its beginning to 1 for its end. */
const PLACES = [0.1, 0.5, 0.9];

function isOutlined(element: Element, part: string): boolean {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element, part || undefined);
  const isThick = outlineStyle === 'auto' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5);
  return isThick && !/, 0\)$/.test(outlineColor);
}

function atPoint(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null | undefined = found?.shadowRoot?.elementFromPoint(x, y);
    if (!inner || inner === found) return found;
    found = inner;
  }
}
