import type { Result } from '@kith/core';
import type { Field } from '@kith/core/fields';
import type { Command, Store } from '@kith/store';
import type { LitElement } from 'lit';
import type { CommandNotes } from '../base/command-event.js';
import type { Locale } from '../base/locale.js';
import type { Ui } from '../base/ui.js';
import type { Column } from './columns.js';
import type { Cursor } from './cursor.js';
import type { ListRows } from './list-rows.js';
import type { ListView, NamedView } from './list-view.js';
import type { ListSentences } from './messages.js';
import type { References } from './references.js';
import type { KindWords } from './registry-of.js';
import type { Selection } from './selection.js';
import type { ListSource } from './source.js';
import type { Viewport } from './viewport.js';

/** What is fetched when the rows are there, or somebody needs it, as the grid's hands ask for it. */
export interface GridTools {
  readonly columns: {
    /** The pointer is down on a head. */
    hold(down: PointerEvent, path: string, isResize: boolean): void;
    step(path: string, verb: 'move' | 'resize', by: -1 | 1): void;
    openMenu(anchor: HTMLElement, path: string): void;
  };
  /** Opens a cell for editing. */
  edit(id: string, column: Column): Promise<void>;
}

/** A list as its parts see it: those that are there from the start, and those that are fetched when they are needed. */
export interface ListHost extends LitElement {
  readonly activeStore: Store | undefined;
  readonly locale: Locale;
  readonly say: ListSentences;
  readonly words: KindWords;
  /** What is listed; undefined where nobody knows. */
  readonly shown: ListSource | undefined;
  readonly fields: readonly Field[];
  readonly shownColumns: readonly Column[];
  readonly view: ListView;
  /** Views that the page offers. */
  readonly views: readonly NamedView[];
  /** Whether people save views of their own in the store. */
  readonly savesViews: boolean;
  readonly selection: Selection;
  readonly selectedCount: number;
  readonly rows: ListRows;
  readonly viewport: Viewport;
  readonly cursor: Cursor;
  readonly references: References;
  /** What the page does for it. */
  readonly page: Ui | undefined;
  arrange(changes: ListView): void;
  search(text: string): void;
  choose(selection: Selection): void;
  announce(text: string): void;
  tools(): Promise<GridTools | undefined>;
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>>;
}
