import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { type ElementClass, prefixOf, registeredClass } from './define-element.js';

class Nest extends Directive {
  #element: HTMLElement | undefined;
  #elementClass: ElementClass | undefined;
  #given: Readonly<Record<string, unknown>> = {};

  override render(parent: HTMLElement, elementClass: ElementClass, properties: object): unknown {
    const isNew = elementClass !== this.#elementClass;
    if (!this.#element || isNew) {
      this.#element = new (registeredClass(elementClass, prefixOf(parent)))();
      this.#given = {};
    }
    this.#elementClass = elementClass;
    // Like a property in a template: what was given before is not given again, so a control keeps what a person typed.
    for (const [name, value] of Object.entries(properties))
      if (!(name in this.#given) || !Object.is(value, this.#given[name]))
        Object.assign(this.#element, { [name]: value });
    this.#given = properties as Readonly<Record<string, unknown>>;
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
