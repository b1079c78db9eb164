import '@kith/elements/define';
import type { Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { type BoardDriver, showBoard } from '../../support/board-driver.js';
import { openBook, withDeals, withPipeline } from '../../support/book.js';

describe('a board at the moment its cards are drawn', () => {
  let store: Store;
  let board: BoardDriver;

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 800 });
    store = await openBook();
    const pipeline = await withPipeline(store);
    await withDeals(store, pipeline, 'Acme', 'Brama', 'Cortiça', 'Dolna');
    board = await showBoard(store, pipeline.id);
  });

  /** As soon as there are cards, which is before anything is fetched that could move them. */
  const atFirst = async (act: () => void): Promise<void> => {
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (board.root.querySelectorAll('[data-card]').length < 4) return;
        observer.disconnect();
        act();
        resolve();
      });
      observer.observe(board.root, { childList: true, subtree: true });
      board.board.requestUpdate();
    });
    await board.settled();
  };

  const point = (target: EventTarget, type: string, x: number, y: number, pointerType = 'mouse'): void => {
    const at = { clientX: x, clientY: y, pointerId: 7, pointerType, isPrimary: true, button: 0 };
    target.dispatchEvent(new PointerEvent(type, { ...at, bubbles: true, composed: true }));
  };

  const middleOf = (element: Element): readonly [number, number] => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };

  it('BD31 drags a card that was put down, carried and let go before', async () => {
    await atFirst(() => {
      const [x, y] = middleOf(board.title('Brama'));
      point(board.title('Brama'), 'pointerdown', x, y);
      point(window, 'pointermove', x + 20, y);
      const [toX, toY] = middleOf(board.column('Proposal'));
      point(window, 'pointermove', toX, toY);
      point(window, 'pointerup', toX, toY);
    });
    await board.shows('Proposal', 'Brama');
    expect(board.toast).to.equal('Brama moved to Proposal');
  });

  it('BD31 goes on with a drag that was begun before', async () => {
    let from: readonly [number, number] = [0, 0];
    await atFirst(() => {
      from = middleOf(board.title('Acme'));
      point(board.title('Acme'), 'pointerdown', ...from);
      point(window, 'pointermove', from[0] + 20, from[1]);
    });
    await board.until(() => board.root.querySelector('.ghost:popover-open'), 'the card is lifted');
    const to = middleOf(board.column('Proposal'));
    point(window, 'pointermove', ...to);
    await board.settled();
    point(window, 'pointerup', ...to);
    await board.shows('Proposal', 'Acme');
  });

  it('BD31 leaves a finger that scrolls alone', async () => {
    await atFirst(() => {
      const [x, y] = middleOf(board.title('Brama'));
      point(board.title('Brama'), 'pointerdown', x, y, 'touch');
      point(window, 'pointermove', x, y + 60, 'touch');
      point(window, 'pointercancel', x, y + 60, 'touch');
    });
    expect(board.root.querySelector('.ghost')).to.equal(null);
    expect(board.titles('Lead')).to.deep.equal(['Acme', 'Brama', 'Cortiça', 'Dolna']);
  });

  it('BD31 presses the first keys one behind the other, and keeps them from the page', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): number => heard.push(event.key);
    document.addEventListener('keydown', listen);
    let isHandled = true;
    await atFirst(() => {
      board.title('Acme').focus();
      for (const key of ['ArrowDown', 'ArrowDown', ' ']) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
        isHandled = !board.title('Acme').dispatchEvent(event) && isHandled;
      }
    });
    await board.until(() => board.announced.polite === 'Cortiça taken up in Lead, 3 of 4.', 'the third card is lifted');
    document.removeEventListener('keydown', listen);
    expect([isHandled, heard]).to.deep.equal([true, []]);
  });

  it('BD31 gives each of the first keys to the card that had the focus', async () => {
    await atFirst(() => {
      for (const name of ['Acme', 'Cortiça', 'Dolna']) {
        board.title(name).focus();
        board.title(name).dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }));
      }
    });
    await board.until(() => board.board.selected.size === 3, 'three cards are selected');
    expect(board.root.activeElement).to.equal(board.title('Dolna'));
  });

  it('BD31 puts a card down, too, by the first keys', async () => {
    let isHandled = true;
    await atFirst(() => {
      board.title('Acme').focus();
      for (const key of [' ', 'ArrowRight', 'Enter']) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
        isHandled = !board.title('Acme').dispatchEvent(event) && isHandled;
      }
    });
    await board.shows('Proposal', 'Acme');
    expect(isHandled, 'Enter opens no card').to.equal(true);
  });

  it('BD31 opens the menu and the form of the first click', async () => {
    await atFirst(() => board.card('Brama').querySelector<HTMLElement>('.card-menu')?.click());
    await board.until(() => board.root.querySelector('.menu:popover-open'), 'the menu is open');
    board = await showBoard(store);
    await atFirst(() => board.root.querySelector<HTMLElement>('.top-actions .primary')?.click());
    await board.until(() => board.root.activeElement?.matches('.quick [name=name]'), 'the form has the focus');
  });
});
