/** A class that can become an element: `tag` is its name without the prefix. */
export interface ElementClass<Made extends HTMLElement = HTMLElement> {
  readonly tag: string;
  new (): Made;
}

/** Under which names, and where, elements are registered. */
export interface DefineOptions {
  /** What comes before the tag; `kith` when left out. Another one lets two versions live on one page. */
  readonly prefix?: string | undefined;
  /** A scoped registry; the page's when left out. */
  readonly registry?: CustomElementRegistry | undefined;
}

/** The class that was registered for one of ours: itself, or a subclass under a further name. */
const registered = new Map<string, WeakMap<ElementClass, ElementClass>>();

/** Registers one element. A name that is taken stays as it is, so that defining twice does no harm. */
export function defineElement(
  elementClass: ElementClass,
  { prefix = 'kith', registry = customElements }: DefineOptions = {},
): void {
  const name = `${prefix}-${elementClass.tag}`;
  if (registry.get(name)) return;
  // A class can have one name only, so each further prefix gets a subclass.
  const own = prefix === 'kith' && registry === customElements ? elementClass : subclassOf(elementClass);
  registry.define(name, own);
  const byClass = registered.get(prefix) ?? new WeakMap<ElementClass, ElementClass>();
  registered.set(prefix, byClass.set(elementClass, own));
}

/** The class under which one of ours was registered with a prefix; registers it when nobody has. */
export function registeredClass<Made extends HTMLElement>(
  elementClass: ElementClass<Made>,
  prefix: string,
): ElementClass<Made> {
  const find = (): ElementClass<Made> | undefined =>
    registered.get(prefix)?.get(elementClass) as ElementClass<Made> | undefined;
  if (!find()) defineElement(elementClass, { prefix });
  const found = find();
  if (!found)
    throw new Error(
      `<${prefix}-${elementClass.tag}> belongs to another version of Kith. Define this one with a prefix of its own: define({ prefix: 'my' }).`,
    );
  return found;
}

/** The prefix of an element that exists. */
export const prefixOf = (element: HTMLElement): string => {
  const { tag } = element.constructor as unknown as ElementClass;
  return element.localName.endsWith(`-${tag}`) ? element.localName.slice(0, -tag.length - 1) : 'kith';
};

const subclassOf = (elementClass: ElementClass): ElementClass =>
  class extends (elementClass as new () => HTMLElement) {} as unknown as ElementClass;
