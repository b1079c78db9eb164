import type { Id, Result, User } from '@kith/core';
import type { Field } from '@kith/core/fields';
import type { Bant, Lead, Pool } from '@kith/core/leads';
import type { WorkingTime } from '@kith/core/working-time';
import type { Command, RowsQuery } from '@kith/store';
import type { ScoringPlan } from '@kith/store/scoring';
import type { CommandNotes } from '../base/command-event.js';
import type { KithElement } from '../base/element.js';
import type { Ui } from '../base/ui.js';
import type { ListRows } from '../lists/list-rows.js';
import type { Selection } from '../lists/selection.js';
import type { Choice } from '../parts/choice.js';
import type { ModalContent } from '../parts/modal.js';
import type { InboxPlace, InboxSort, InboxStatus } from './inbox-place.js';
import type { InboxSentences } from './messages.js';

/** What somebody changed at the open lead while it was open. */
export interface Conflict {
  /** The lead as it was when it was opened. */
  readonly before: Lead;
  readonly now: Lead;
}

/** What can be begun with the open lead. */
export type DeskAction = 'claim' | 'release' | 'assign' | 'qualify' | 'convert' | 'recycle' | 'disqualify';

/** What is there already and was chosen for a conversion: the id and the name. */
export type Chosen = Partial<Readonly<Record<'company' | 'contact', Choice>>>;

/** What does things with leads, as the parts of an inbox see it. */
export interface Desk {
  overlays(): unknown;
  bulk(): unknown;
  absence(say: InboxSentences): unknown;
  /** Tells by which keys one gets along. */
  help(): void;
  /** A key that means something here. */
  press(key: string): void;
  /** Begins something with the open lead. */
  begin(action: DeskAction, anchor?: HTMLElement): void;
  /** Asks for something in a dialog; the one that was open goes away. */
  ask(content: Omit<ModalContent, 'close'>): void;
  close(): void;
  disqualify(lead: Lead, reason?: string): void;
  convert(lead: Lead, chosen?: Chosen): Promise<void>;
  /** To whom leads may be given: plans and people, at a button. */
  chooseOwner(anchor: HTMLElement, leads: readonly Lead[], count: number): Promise<void>;
}

/** An inbox as its parts see it, which are fetched when the list is there. */
export interface InboxHost extends KithElement {
  readonly rows: ListRows;
  readonly place: InboxPlace;
  status: InboxStatus;
  readonly sort: InboxSort;
  /** Whether the plan carries along what the list is filtered by. */
  readonly sortsByScore: boolean;
  readonly workingTime: WorkingTime | undefined;
  /** The leads of the place, which chosen ones are read from. */
  readonly listed: Required<Pick<RowsQuery<Lead>, 'collection' | 'where' | 'order'>>;
  readonly selection: Selection;
  readonly selectedCount: number;
  /** Who acts. */
  readonly actor: Id<'user'> | undefined;
  readonly users: readonly User[];
  readonly pools: readonly Pool[];
  readonly plan: ScoringPlan | undefined;
  readonly names: Readonly<Record<string, string>>;
  readonly reasons: readonly string[] | undefined;
  readonly asks: readonly (keyof Bant)[] | undefined;
  /** The open lead; undefined while it is read, and where it is gone. */
  readonly current: Lead | undefined;
  readonly conflict: Conflict | undefined;
  readonly page: Ui | undefined;
  /** The fields of a kind of entity. */
  fieldsOf(kind: string): readonly Field[];
  /** What does things with leads, once it is there. */
  desk(): Promise<Desk | undefined>;
  show(id: string): void;
  /** To the lead after the open one, or before it. */
  step(by: 1 | -1): Promise<void>;
  /** The conflict was seen: goes on with the lead as it is. */
  goOn(): void;
  choose(selection: Selection): void;
  announce(text: string): void;
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>>;
  /** Does something with the open lead, and shows the next one when that was done. */
  act<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>>;
}
