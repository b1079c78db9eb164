import '@kith/elements/define';
import type { KithApp, KithList } from '@kith/elements';
import type { Store } from '@kith/store';
import { openPeopleBook, PEOPLE_COLUMNS } from '../../../stories/books/people.js';

/*
 * What the list is measured by. Loaded into a page by run.mjs; each function answers milliseconds, or a count.
 */

const books = new Map<number, Promise<Store>>();
const bookOf = (count: number): Promise<Store> => {
  const book = books.get(count) ?? openPeopleBook(count);
  books.set(count, book);
  return book;
};

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

async function show(count: number): Promise<{ readonly app: KithApp; readonly list: KithList }> {
  const app = document.createElement('kith-app') as KithApp;
  app.store = await bookOf(count);
  const list = document.createElement('kith-contact-list') as KithList;
  list.columns = PEOPLE_COLUMNS;
  list.style.blockSize = '800px';
  app.append(list);
  document.body.append(app);
  return { app, list };
}

const rowsIn = (list: KithList): number => list.shadowRoot?.querySelectorAll('[data-id]').length ?? 0;

/** Until the window is full of rows; polled at each frame, as a person would see it. */
async function untilDrawn(list: KithList): Promise<void> {
  while (rowsIn(list) < 15) await nextFrame();
}

/** From the element's creation until its rows are painted. */
export async function firstRender(count: number): Promise<number> {
  await bookOf(count);
  await nextFrame();
  const start = performance.now();
  const { app, list } = await show(count);
  await untilDrawn(list);
  await nextFrame();
  const duration = performance.now() - start;
  app.remove();
  return duration;
}

/** Elements in the whole document, shadow roots included, with the list on show and scrolled to its middle. */
export async function elements(count: number): Promise<number> {
  const { app, list } = await show(count);
  await untilDrawn(list);
  const grid = list.shadowRoot?.querySelector('.viewport');
  if (grid) grid.scrollTop = grid.scrollHeight / 2;
  for (let frame = 0; frame < 60; frame++) await nextFrame();
  const countIn = (root: ParentNode): number => {
    let sum = 0;
    for (const element of root.querySelectorAll('*')) sum += 1 + (element.shadowRoot ? countIn(element.shadowRoot) : 0);
    return sum;
  };
  const sum = countIn(document);
  app.remove();
  return sum;
}

/** How long each frame takes while somebody scrolls through some thousand rows, a window at a time. */
export async function scrollFrames(count: number, frames: number): Promise<readonly number[]> {
  const { app, list } = await show(count);
  await untilDrawn(list);
  const grid = list.shadowRoot?.querySelector('.viewport') as HTMLElement;
  for (let frame = 0; frame < 30; frame++) await nextFrame();
  const durations: number[] = [];
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame++) {
    grid.scrollTop += 320;
    const now = await nextFrame();
    durations.push(now - last);
    last = now;
  }
  app.remove();
  return durations;
}

/** From dragging the scrollbar to the end until the last rows are there. */
export async function jumpToEnd(count: number): Promise<number> {
  const { app, list } = await show(count);
  await untilDrawn(list);
  const grid = list.shadowRoot?.querySelector('.viewport') as HTMLElement;
  await nextFrame();
  const start = performance.now();
  grid.scrollTop = grid.scrollHeight;
  while (!list.shadowRoot?.querySelector(`[data-id][aria-rowindex="${count + 1}"]`)) await nextFrame();
  const duration = performance.now() - start;
  app.remove();
  return duration;
}
