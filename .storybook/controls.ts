import type { Decorator, Preview } from '@storybook/web-components-vite';

/** The page of each showing of a story, and the attributes its element had by itself. */
const pages = new WeakMap<AbortSignal, unknown>();
const given = new WeakMap<Element, Map<string, string | null>>();

/**
 * The page of an element is opened once for each showing. What is chosen in the toolbar or among the controls happens to
 * that page, as it would on a host's: nothing that was typed or moved in it is lost.
 */
export const onOnePage: Decorator = (story, context) => {
  const { component, args, abortSignal, canvasElement } = context;
  if (typeof component !== 'string') return story();
  if (!pages.has(abortSignal)) pages.set(abortSignal, story());
  void setAttributes(canvasElement, component, args, abortSignal);
  return pages.get(abortSignal) as ReturnType<typeof story>;
};

/** Puts what was chosen among the controls on the element, once it is there; what is chosen no more, as it was. */
async function setAttributes(
  canvas: Element,
  tag: string,
  args: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<void> {
  const isChosen = Object.keys(args).length > 0;
  const element = isChosen ? await found(canvas, tag, signal) : canvas.querySelector(tag);
  if (!element) return;
  const first = given.get(element) ?? new Map<string, string | null>();
  given.set(element, first);
  for (const name of Object.keys(args)) if (!first.has(name)) first.set(name, element.getAttribute(name));
  for (const [name, own] of first) {
    const value = args[name];
    if (value === true) element.setAttribute(name, '');
    else if (value === false) element.removeAttribute(name);
    else if (value !== undefined && value !== '') element.setAttribute(name, String(value));
    else if (own === null) element.removeAttribute(name);
    else element.setAttribute(name, own);
  }
}

async function found(canvas: Element, tag: string, signal: AbortSignal): Promise<Element | null> {
  let element = canvas.querySelector(tag);
  while (!element && !signal.aborted) {
    await new Promise(requestAnimationFrame);
    element = canvas.querySelector(tag);
  }
  return element;
}

/** Nothing else can be chosen than what an element's page offers as such. */
export const onlyAttributes: NonNullable<Preview['argTypesEnhancers']>[number] = ({ argTypes }) =>
  Object.fromEntries(Object.entries(argTypes).map(([name, type]) => [name, { control: false, ...type }]));
