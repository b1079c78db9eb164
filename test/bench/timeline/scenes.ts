import '@kith/elements/define';
import type { Id } from '@kith/core';
import type { KithApp, KithTimeline } from '@kith/elements';
import type { Store } from '@kith/store';
import { html, render } from 'lit';
import { NOW, openBreventBook } from '../../../stories/books/brevent.js';

/*
 * What the timeline is measured by. Loaded into a page by run.mjs; each function answers milliseconds, or a count.
 */

const books = new Map<number, Promise<Store>>();
const bookOf = (count: number): Promise<Store> => {
  const book = books.get(count) ?? openBreventBook({ notes: count });
  books.set(count, book);
  return book;
};

const LEA = 'contact_lea' as Id<'contact'>;
const now = (): never => new Date(NOW).toISOString() as never;
const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

async function show(count: number): Promise<{ readonly page: HTMLElement; readonly timeline: KithTimeline }> {
  const store = await bookOf(count);
  const page = document.createElement('div');
  document.body.append(page);
  render(
    html`<kith-app .store=${store} .now=${now} time-zone="Europe/Vienna"><kith-timeline contact=${LEA}></kith-timeline></kith-app>`,
    page,
  );
  const app = page.firstElementChild as KithApp;
  return { page, timeline: app.firstElementChild as KithTimeline };
}

/** Until its entries are drawn; looked at each frame, as a person would see it. */
async function untilDrawn(timeline: KithTimeline): Promise<void> {
  while (!timeline.shadowRoot?.querySelector('.entry[data-entry]')) await nextFrame();
}

/** Milliseconds from the element's creation until its entries are painted. */
export async function firstRender(count: number): Promise<number> {
  await bookOf(count);
  await nextFrame();
  const start = performance.now();
  const { page, timeline } = await show(count);
  await untilDrawn(timeline);
  await nextFrame();
  const duration = performance.now() - start;
  page.remove();
  return duration;
}

/** Elements in the whole document, shadow roots included, with the timeline on show and scrolled into its middle. */
export async function elements(count: number): Promise<number> {
  const { page, timeline } = await show(count);
  await untilDrawn(timeline);
  const root = document.scrollingElement as HTMLElement;
  root.scrollTop = root.scrollHeight / 2;
  for (let frame = 0; frame < 60; frame++) await nextFrame();
  const countIn = (parent: ParentNode): number => {
    let sum = 0;
    for (const element of parent.querySelectorAll('*'))
      sum += 1 + (element.shadowRoot ? countIn(element.shadowRoot) : 0);
    return sum;
  };
  const sum = countIn(document);
  root.scrollTop = 0;
  page.remove();
  return sum;
}

/** How long each frame takes while somebody scrolls through it by half a window at a time. */
export async function scroll(count: number, frames: number): Promise<readonly number[]> {
  const { page, timeline } = await show(count);
  await untilDrawn(timeline);
  const root = document.scrollingElement as HTMLElement;
  const durations: number[] = [];
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame++) {
    root.scrollTop += 450;
    const at = await nextFrame();
    durations.push(at - last);
    last = at;
  }
  root.scrollTop = 0;
  page.remove();
  return durations;
}
