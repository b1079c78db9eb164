export type {
  Batch,
  Capabilities,
  Change,
  ChangePage,
  CollectionShape,
  Commit,
  Cursor,
  DumpedRow,
  Expect,
  Json,
  Migration,
  Op,
  OpenOptions,
  Page,
  Progress,
  Query,
  Row,
  RowData,
  SearchHit,
  SearchQuery,
  Seq,
  StorageAdapter,
  TallyGroup,
  TallyQuery,
} from './adapter.js';
export { checkSteps, type Step } from './engine/batch.js';
export { compareKeys, type Key, toKey } from './engine/collate.js';
export { decodeCursor, encodeCursor } from './engine/cursor.js';
export { compileFilter, type Matcher } from './engine/match.js';
export { compileOrder, type Order, type Place, rowOrder } from './engine/order.js';
export { distinctAt } from './engine/path.js';
export { type Fault, StorageFault } from './fault.js';
export type { Filter } from './filter.js';
export { memoryAdapter } from './memory.js';
