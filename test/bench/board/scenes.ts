import '@kith/elements/define';
import type { Deal } from '@kith/core';
import type { KithApp, KithPipelineBoard } from '@kith/elements';
import { deals, type Store } from '@kith/store';
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { firstValueFrom } from 'rxjs';
import { BIG_PIPELINE, openBigBook } from '../../support/big-book.js';

/*
 * What the board is measured by. Loaded into a page by run.mjs; each function answers milliseconds, or a count.
 */

const books = new Map<number, Promise<Store>>();
const bookOf = (count: number): Promise<Store> => {
  const book = books.get(count) ?? openBigBook(count);
  books.set(count, book);
  return book;
};

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

async function show(count: number): Promise<{ readonly app: KithApp; readonly board: KithPipelineBoard }> {
  const app = document.createElement('kith-app') as KithApp;
  app.store = await bookOf(count);
  const board = document.createElement('kith-pipeline-board') as KithPipelineBoard;
  board.pipeline = BIG_PIPELINE;
  board.style.blockSize = '800px';
  app.append(board);
  document.body.append(app);
  return { app, board };
}

const column = (board: KithPipelineBoard, stage: string): HTMLElement | null | undefined =>
  board.shadowRoot?.querySelector<HTMLElement>(`[data-stage="stage_${stage}"]`);

/** Until every column has its cards; polled at each frame, as a person would see it. */
async function untilDrawn(board: KithPipelineBoard): Promise<void> {
  while (
    ['Prospecting', 'Engaging', 'Won', 'Lost'].some((stage) => !column(board, stage)?.querySelector('[data-card]'))
  )
    await nextFrame();
}

/** Makes the rows: what a page has before it shows a board. */
export async function prepare(count: number): Promise<void> {
  await bookOf(count);
}

/** From the element's creation until its cards are painted. */
export async function firstRender(count: number): Promise<number> {
  await bookOf(count);
  await nextFrame();
  const start = performance.now();
  const { app, board } = await show(count);
  await untilDrawn(board);
  await nextFrame();
  const duration = performance.now() - start;
  app.remove();
  return duration;
}

/** The same cards by nothing but lit's `repeat`: what a board costs that draws all of them. The rows are there before. */
export async function plainFirstRender(count: number): Promise<number> {
  const store = await bookOf(count);
  const stages = ['Prospecting', 'Engaging', 'Won', 'Lost'];
  const columns = await Promise.all(
    stages.map((stage) => firstValueFrom(store.watch(deals.inStage(BIG_PIPELINE, `stage_${stage}` as never)))),
  );
  const page = document.createElement('div');
  page.style.cssText = 'block-size: 800px; display: grid; grid-template-columns: repeat(4, 1fr)';
  document.body.append(page);
  await nextFrame();
  const start = performance.now();
  const list = (rows: readonly Deal[]) => html`
    <ul style="overflow: auto">
      ${repeat(
        rows,
        ({ id }) => id,
        ({ name, amount, companyId }) =>
          html`<li><button>${name}</button><p>${companyId}</p><p>${amount?.minor}</p><p>No next step</p></li>`,
      )}
    </ul>
  `;
  render(html`${columns.map(list)}`, page);
  await nextFrame();
  await nextFrame();
  const duration = performance.now() - start;
  page.remove();
  return duration;
}

/** Elements in the whole document, shadow roots included, with the board on show. */
export async function elements(count: number): Promise<number> {
  const { app, board } = await show(count);
  await untilDrawn(board);
  await nextFrame();
  const countIn = (root: ParentNode): number => {
    let sum = 0;
    for (const element of root.querySelectorAll('*')) sum += 1 + (element.shadowRoot ? countIn(element.shadowRoot) : 0);
    return sum;
  };
  const sum = countIn(document);
  app.remove();
  return sum;
}

/** Frames from sending the command until the card is drawn in its new column, for some moves one behind the other. */
export async function framesOfMoves(count: number, moves: number): Promise<readonly number[]> {
  const { app, board } = await show(count);
  await untilDrawn(board);
  await nextFrame();
  const store = await bookOf(count);
  const frames: number[] = [];
  for (let move = 0; move < moves; move++) {
    const [from, to] = move % 2 === 0 ? ['Prospecting', 'Engaging'] : ['Engaging', 'Prospecting'];
    const id = column(board, from as string)?.querySelector<HTMLElement>('[data-card]')?.dataset.card as never;
    await nextFrame();
    void store.run(deals.move({ id, stageId: `stage_${to}` as never, at: 'start' }));
    let passed = 0;
    while (!column(board, to as string)?.querySelector(`[data-card="${id}"]`)) {
      await nextFrame();
      passed++;
    }
    frames.push(passed);
  }
  app.remove();
  return frames;
}

/** How long each frame takes while somebody scrolls through the longest column, 320 pixels a frame. */
export const scrollFrames = (count: number, frames: number): Promise<readonly number[]> =>
  framesOfScrolling(count, frames, (list) => {
    list.scrollTop += 320;
  });

/** The same for whoever drags its scrollbar from end to end: each frame shows other cards. */
export const leapFrames = (count: number, frames: number): Promise<readonly number[]> =>
  framesOfScrolling(count, frames, (list, step) => {
    list.scrollTop = (list.scrollHeight * step) / frames;
  });

async function framesOfScrolling(
  count: number,
  frames: number,
  scroll: (list: HTMLElement, step: number) => void,
): Promise<readonly number[]> {
  const { app, board } = await show(count);
  await untilDrawn(board);
  const list = column(board, 'Won')?.querySelector<HTMLElement>('.cards') as HTMLElement;
  for (let frame = 0; frame < 30; frame++) await nextFrame();
  const durations: number[] = [];
  let last = await nextFrame();
  for (let step = 1; step <= frames; step++) {
    scroll(list, step);
    const now = await nextFrame();
    durations.push(now - last);
    last = now;
  }
  app.remove();
  return durations;
}

/** Shows a board and leaves it there, for what is done by a real pointer. */
export async function present(count: number): Promise<void> {
  const { board } = await show(count);
  await untilDrawn(board);
}

/** Takes it away. */
export const dismiss = (): void => document.querySelector('kith-app')?.remove();
