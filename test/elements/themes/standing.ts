import { over, type Srgb } from '../../../packages/elements/src/themes/source/contrast.js';
import { waitUntil } from '../../support/wait-until.js';
import { srgbOfText } from './shown.js';

/** A piece of text on a page, and what it stands on. */
export interface Standing {
  readonly text: string;
  readonly ink: Srgb;
  /** The grounds below it, from the nearest down to the first that lets nothing through. */
  readonly grounds: readonly Srgb[];
}

/** Every piece of text that can be seen below an element, also inside of shadow roots. */
export function standingsIn(element: Element): Standing[] {
  return [...textsIn(element)].flatMap((node) => {
    const parent = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
    const text = node.data.trim();
    if (text === '' || !isSeen(parent)) return [];
    return [{ text, ink: srgbOfText(getComputedStyle(parent).color), grounds: groundsBelow(parent) }];
  });
}

/** So many texts has every page at the least: with fewer of them something is still being fetched. */
const FEWEST_TEXTS = 16;

/** Waits until a page has its texts and these stay the same for six frames. */
export async function settled(element: HTMLElement): Promise<HTMLElement> {
  let text = '';
  let frames = 0;
  await waitUntil(async () => {
    await new Promise(requestAnimationFrame);
    const texts = standingsIn(element).map((standing) => standing.text);
    const now = texts.join('\n');
    frames = now === text && texts.length >= FEWEST_TEXTS ? frames + 1 : 0;
    text = now;
    return frames > 5;
  }, 'the page settles');
  return element;
}

/** What shines through: the grounds laid over each other. */
export const laidOver = (grounds: readonly Srgb[]): Srgb => grounds.reduceRight((below, ground) => over(ground, below));

function* textsIn(node: Node): Generator<Text> {
  if (node instanceof Text) yield node;
  const children =
    node instanceof HTMLSlotElement
      ? node.assignedNodes({ flatten: true })
      : node instanceof Element && node.shadowRoot
        ? node.shadowRoot.childNodes
        : node.childNodes;
  for (const child of children) if (!(child instanceof HTMLStyleElement)) yield* textsIn(child);
}

/** Not hidden, not for screen readers only, and not on its way out. */
function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width <= 1 || height <= 1 || !element.checkVisibility({ visibilityProperty: true })) return false;
  return [...upFrom(element)].every((each) => Number(getComputedStyle(each).opacity) === 1);
}

function groundsBelow(element: Element): Srgb[] {
  const grounds: Srgb[] = [];
  for (const each of upFrom(element)) {
    const ground = srgbOfText(getComputedStyle(each).backgroundColor);
    if (ground[3] > 0) grounds.push(ground);
    if (ground[3] === 1) break;
  }
  return grounds;
}

function* upFrom(element: Element): Generator<Element> {
  for (let each: Element | null = element; each; ) {
    yield each;
    each =
      each.assignedSlot ??
      each.parentElement ??
      ((each.getRootNode() as ShadowRoot).host as Element | undefined) ??
      null;
  }
}
