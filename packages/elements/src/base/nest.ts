import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { type ElementClass, prefixOf, registeredClass } from './define-element.js';

class Nest extends Directive {
  #element: HTMLElement | undefined;
  #elementClass: ElementClass | undefined;

  override render(parent: HTMLElement, elementClass: ElementClass, properties: object): unknown {
    const isNew = elementClass !== this.#elementClass;
    if (!this.#element || isNew) this.#element = new (registeredClass(elementClass, prefixOf(parent)))();
    this.#elementClass = elementClass;
    Object.assign(this.#element, properties);
    return isNew ? this.#element : noChange;
  }
}

const nestDirective = directive(Nest);

/**
 * One of our elements inside another one's template, under the prefix of its parent:
 * `${nest(this, KithTimeline, { company: this.company })}`. Templates never spell tag names, so any prefix works.
 */
export const nest = <Made extends HTMLElement>(
  parent: HTMLElement,
  elementClass: ElementClass<Made>,
  properties: Partial<Made>,
): unknown => nestDirective(parent, elementClass, properties);
