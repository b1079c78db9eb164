import { elementsIn, upFrom } from './shadow-tree.js';

const STOPS = 'a[href], button, input:not([type=hidden]), select, textarea, summary';

/** What is lost of what is drawn in an element: text that is cut, controls that lie over each other, what sticks out. */
export function lossesIn(frame: HTMLElement): readonly string[] {
  const all = [...elementsIn(frame)].filter((each): each is HTMLElement => each instanceof HTMLElement && isSeen(each));
  return [...all.flatMap(cut), ...overlaps(all.filter((each) => each.matches(STOPS))), ...outside(all, frame)];
}

const nameOf = (element: Element): string =>
  `${element.localName}.${element.className} "${(element.ariaLabel ?? element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 50)}"`;

/** Text that ends at an edge, without a sign that it goes on. */
function cut(element: HTMLElement): readonly string[] {
  const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
  const isWider = element.scrollWidth > element.clientWidth + 1;
  const isHigher = element.scrollHeight > element.clientHeight + 2;
  const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
  if (!element.textContent?.trim() && !element.shadowRoot) return [];
  // A column cuts what it holds: whoever wants more of it makes it wider.
  if (getComputedStyle(element).display === 'inline' || element.matches('.cell')) return [];
  if (isWider && hides(overflowX) && textOverflow !== 'ellipsis' && !(webkitLineClamp !== 'none'))
    return [`${nameOf(element)} is cut: ${element.scrollWidth} in ${element.clientWidth}`];
  if (isWider && overflowX === 'visible' && element.matches('button, .badge, .tag, .chip'))
    return [`${nameOf(element)} does not hold its words: ${element.scrollWidth} in ${element.clientWidth}`];
  if (isHigher && hides(overflowY) && webkitLineClamp === 'none' && !element.matches('.folded'))
    return [`${nameOf(element)} is cut below: ${element.scrollHeight} in ${element.clientHeight}`];
  return [];
}

function overlaps(stops: readonly HTMLElement[]): readonly string[] {
  const boxes = stops.map((stop) => ({ stop, box: contentOf(stop) }));
  const found: string[] = [];
  for (const [index, { stop, box }] of boxes.entries())
    for (const other of boxes.slice(index + 1)) {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (across > 2 && down > 2 && !stop.contains(other.stop) && !other.stop.contains(stop))
        found.push(
          `${nameOf(stop)} and ${nameOf(other.stop)} lie over each other by ${Math.round(across)} × ${Math.round(down)}`,
        );
    }
  return found;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the words of a control can be seen: a box may lie in the room it leaves for that, and what scrolls cuts it off. */
function contentOf(element: Element): Box {
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(element);
  const { left, right, top, bottom } = element.getBoundingClientRect();
  let box: Box = {
    left: left + Number.parseFloat(paddingLeft),
    right: right - Number.parseFloat(paddingRight),
    top: top + Number.parseFloat(paddingTop),
    bottom: bottom - Number.parseFloat(paddingBottom),
  };
  for (const each of [...upFrom(element)].slice(1)) {
    if (getComputedStyle(each).overflowY === 'visible') continue;
    const edge = each.getBoundingClientRect();
    box = {
      left: Math.max(box.left, edge.left),
      right: Math.min(box.right, edge.right),
      top: Math.max(box.top, edge.top),
      bottom: Math.min(box.bottom, edge.bottom),
    };
  }
  return box;
}

/** What sticks out of the frame, and does not scroll. */
function outside(all: readonly HTMLElement[], frame: HTMLElement): readonly string[] {
  const { left, right } = frame.getBoundingClientRect();
  return all.flatMap((each) => {
    const box = each.getBoundingClientRect();
    const isOut = box.right > right + 1 || box.left < left - 1;
    return isOut && !isScrolled(each, frame)
      ? [`${nameOf(each)} sticks out: ${Math.round(box.left)}–${Math.round(box.right)}`]
      : [];
  });
}

function isSeen(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width <= 1 || height <= 1 || !element.checkVisibility({ visibilityProperty: true })) return false;
  return [...upFrom(element)].every((each) => {
    const { clipPath, opacity } = getComputedStyle(each);
    return clipPath === 'none' && opacity !== '0';
  });
}

/** Inside of something that scrolls or cuts off along the line. */
const isScrolled = (element: Element, frame: Element): boolean =>
  [...upFrom(element)].slice(1).some((each) => !each.contains(frame) && getComputedStyle(each).overflowX !== 'visible');
