import type { Deal } from '@kith/core';
import { deals } from '@kith/store';
import { firstValueFrom } from 'rxjs';
import { BIG_PIPELINE, openBigBook } from '../../support/big-book.js';

/*
 * The same deals in the same columns on Syncfusion's board, which draws only the cards in sight. Loaded into a page by
 * run.mjs, where it was fetched.
 */

/** What is used of it. */
interface Kanban {
  appendTo(element: HTMLElement): void;
  destroy(): void;
}
interface Peer {
  readonly Kanban: new (options: Readonly<Record<string, unknown>>) => Kanban;
  readonly Telemetry: { disable(): void };
}

const STAGES = ['Prospecting', 'Engaging', 'Won', 'Lost'] as const;

interface Shown {
  readonly kanban: Kanban;
  readonly element: HTMLElement;
}

let peer: Peer | undefined;
let rows: readonly object[] = [];
let shown: Shown | undefined;

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Loads the peer and makes the rows: what a page has before it shows a board. */
export async function prepare(count: number, script: string, styles: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles });
  // Its styles ask for a font from elsewhere, which is not to be had here: that counts as an error, and they hold without.
  const isStyled = new Promise((resolve) => {
    for (const type of ['load', 'error']) link.addEventListener(type, resolve, { once: true });
  });
  document.head.append(link);
  peer = (await import(/* @vite-ignore */ script)) as Peer;
  peer.Telemetry.disable();
  await isStyled;
  const store = await openBigBook(count);
  const columns = await Promise.all(
    STAGES.map((stage) => firstValueFrom(store.watch(deals.inStage(BIG_PIPELINE, `stage_${stage}` as never)))),
  );
  rows = columns.flatMap((column, index) => column.map((deal) => rowOf(deal, STAGES[index] as string)));
}

const rowOf = ({ id, name, companyId, amount }: Deal, stage: string): object => ({
  Id: id,
  Title: name,
  Summary: `${companyId ?? ''} ${(amount?.minor ?? 0) / 100}`,
  Stage: stage,
});

/** From the board's creation until each column has cards that are painted, in milliseconds. */
export async function firstRender(): Promise<number> {
  await nextFrame();
  const start = performance.now();
  await show();
  const duration = performance.now() - start;
  hide();
  return duration;
}

/** Shows the board, until its cards are painted. */
async function show(): Promise<void> {
  if (!peer) throw new Error('prepare() first');
  const element = document.createElement('div');
  document.body.append(element);
  const kanban = new peer.Kanban({
    dataSource: rows,
    keyField: 'Stage',
    height: '800px',
    enableVirtualization: true,
    cardHeight: '112px',
    columns: STAGES.map((stage) => ({ headerText: stage, keyField: stage, showItemCount: true })),
    cardSettings: { headerField: 'Title', contentField: 'Summary' },
  });
  kanban.appendTo(element);
  shown = { kanban, element };
  while (STAGES.some((stage) => !element.querySelector(`.e-content-cells[data-key="${stage}"] .e-card`)))
    await nextFrame();
  await nextFrame();
}

function hide(): void {
  shown?.kanban.destroy();
  shown?.element.remove();
  shown = undefined;
}
