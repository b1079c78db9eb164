/** A frame is drawn, and nothing is on its way from one look to another any more. */
export async function atRest(element: Element): Promise<void> {
  await new Promise(requestAnimationFrame);
  const moving = [...elementsIn(element)].flatMap((each) => each.getAnimations());
  await Promise.allSettled(moving.map((animation) => animation.finished));
}

/** The element and every one below it, also inside of shadow roots. */
export function* elementsIn(element: Element): Generator<Element> {
  yield element;
  for (const each of [...(element.shadowRoot?.children ?? []), ...element.children]) yield* elementsIn(each);
}

/** The element, and those above it through shadow roots and slots. */
export function* upFrom(element: Element): Generator<Element> {
  for (let each: Element | null | undefined = element; each; ) {
    yield each;
    each = each.assignedSlot ?? each.parentElement ?? ((each.getRootNode() as ShadowRoot).host as Element | undefined);
  }
}
