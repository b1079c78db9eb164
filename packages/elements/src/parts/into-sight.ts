import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

class IntoSight extends Directive {
  #shown: unknown;

  override render(_isChosen: boolean, _words: unknown): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [isChosen, words]: Parameters<this['render']>): typeof noChange {
    const shown = isChosen ? (words ?? '') : undefined;
    // Once it is drawn: before that nobody knows how wide it is.
    if (isChosen && shown !== this.#shown) requestAnimationFrame(() => scrollTo(element));
    this.#shown = shown;
    return noChange;
  }
}

/** Only the strip is scrolled: the page stays where somebody reads. */
function scrollTo(chosen: Element): void {
  const strip = chosen.closest('[data-strip]');
  if (!strip) return;
  const item = chosen.getBoundingClientRect();
  const frame = strip.getBoundingClientRect();
  strip.scrollLeft += Math.min(item.left - frame.left, 0) + Math.max(item.right - frame.right, 0);
}

/**
 * Keeps the chosen one of a strip that scrolls sideways (an element with `data-strip`) wholly in sight: when it is chosen,
 * and when its words become others.
 *
 *     <nav data-strip>${tabs.map((tab) => html`<button ${intoSight(tab === chosen, tab.label)}>${tab.label}</button>`)}</nav>
 */
export const intoSight = directive(IntoSight);
