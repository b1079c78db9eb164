import type { Id, Result } from '@kith/core';
import type { Task } from '@kith/core/tasks';
import type { Command, Store } from '@kith/store';
import type { WantedTasks } from '@kith/store/tasks';
import type { LitElement } from 'lit';
import type { CommandNotes } from '../base/command-event.js';
import type { Locale } from '../base/locale.js';
import type { Ui } from '../base/ui.js';
import type { References } from '../lists/references.js';
import type { Viewport } from '../lists/viewport.js';
import type { TaskRows } from './task-rows.js';

/** What narrows the list down, as somebody chose it. */
export type TaskFilter = Pick<WantedTasks, 'kinds' | 'priority' | 'text'>;

/** The element that the dialog for a task stands in. */
export interface TaskFormHost extends LitElement {
  readonly activeStore: Store | undefined;
  readonly locale: Locale;
  readonly references: References;
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>>;
}

/** The list as its parts see it: those that are fetched when they are needed. */
export interface TaskHost extends TaskFormHost {
  readonly rows: TaskRows;
  readonly viewport: Viewport;
  readonly filter: TaskFilter;
  readonly selected: ReadonlySet<string>;
  /** Whether a press on a task chooses it. */
  readonly isChoosing: boolean;
  readonly readOnly: boolean;
  /** What new tasks are about, and whose they are. */
  readonly newTasks: NewTasks;
  /** The item with the focus. */
  readonly at: number;
  /** What the page does for it. */
  readonly page: Ui | undefined;
  /** Takes the focus to an item. */
  go(item: number): void;
  choose(ids: ReadonlySet<string>, isChoosing?: boolean): void;
  narrow(filter: TaskFilter): void;
  complete(task: Task): void;
  announce(text: string): void;
}

/** What holds for each task that is added to a list. */
export interface NewTasks {
  readonly contactId?: Id<'contact'> | undefined;
  readonly companyId?: Id<'company'> | undefined;
  readonly dealId?: Id<'deal'> | undefined;
  readonly leadId?: Id<'lead'> | undefined;
  readonly ownerId?: Id<'user'> | undefined;
}
