import type { ReactiveControllerHost } from 'lit';

/** Without scrolling for so long, in milliseconds, a list is at rest. */
const REST = 150;

/** What is drawn, and the name of the element that it is drawn into: at first its own. */
export interface Drawn {
  readonly item: number;
  readonly element: string;
}

/**
 * Which element each drawn item stands in. While a list is scrolled, what comes into sight takes over the elements of what
 * has left it, wherever these stand: to write other words into them is half the work of making new ones. At rest they
 * stand in the order of their items again, as they are read out. The row with the focus keeps its element through all of it.
 */
export class RowElements {
  readonly #host: ReactiveControllerHost;
  /** What stood in each element, in the order in which these stand. */
  #drawn: readonly { readonly own: string; readonly element: string }[] = [];
  #isMoving = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #made = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  scrolled(): void {
    this.#isMoving = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isMoving = false;
      this.#host.requestUpdate();
    }, REST);
  }

  /** Gives each item its element; answers them in the order in which the elements stand. */
  place<Item extends Drawn>(items: readonly Item[], focused: number): readonly Item[] {
    const placed = this.#isMoving ? this.#takeOver(items) : this.#putInOrder(items, focused);
    this.#drawn = placed.map(({ item: { element: own }, element }) => ({ own, element }));
    return placed.map(({ item, element }) => ({ ...item, element }));
  }

  #takeOver<Item extends Drawn>(items: readonly Item[]): readonly Placed<Item>[] {
    const coming = new Map(items.map((item) => [item.element, item]));
    const staying = this.#drawn.map(({ own }) => {
      const item = coming.get(own);
      coming.delete(own);
      return item;
    });
    const fresh = coming.values();
    const placed = this.#drawn.flatMap(({ element }, index) => {
      const item = staying[index] ?? fresh.next().value;
      return item ? [{ item, element }] : [];
    });
    const used = new Set(placed.map(({ element }) => element));
    return [...placed, ...[...fresh].map((item) => ({ item, element: this.#nameFor(item, used) }))];
  }

  #putInOrder<Item extends Drawn>(items: readonly Item[], focused: number): readonly Placed<Item>[] {
    const standing = new Map(this.#drawn.map(({ own }, index) => [own, index]));
    const places = items.flatMap((item) => standing.get(item.element) ?? []);
    const isInOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
    // Around the one with the focus, which must not move: a page that lifts an element out takes its focus away.
    const pivot = Math.max(
      0,
      items.findIndex(({ item }) => item === focused),
    );
    const shift = (standing.get(items[pivot]?.element ?? '') ?? 0) - pivot;
    const used = new Set<string>();
    const placed = items.map((item, index) => {
      const place = isInOrder ? standing.get(item.element) : index + shift;
      const element = place === undefined ? undefined : this.#drawn[place]?.element;
      if (element !== undefined) used.add(element);
      return { item, element };
    });
    return placed.map(({ item, element }) => ({ item, element: element ?? this.#nameFor(item, used) }));
  }

  /** The item's own name, unless an element that stands for another bears it. */
  #nameFor({ element }: Drawn, used: Set<string>): string {
    const name = used.has(element) ? `${element} ${++this.#made}` : element;
    used.add(name);
    return name;
  }
}

interface Placed<Item> {
  readonly item: Item;
  readonly element: string;
}
