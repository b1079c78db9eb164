import '@kith/elements/define';

export { memoryAdapter, StorageFault } from '@kith/adapters';
export { dexieAdapter } from '@kith/adapters/dexie';
export { addMoney, money, parseFilter, parseMoney, sumByCurrency } from '@kith/core';
export { describeFilter } from '@kith/core/describe';
export { sample } from '@kith/core/sample';
export { CommandEvent, NavigateEvent, setDefaultStore } from '@kith/elements';
export {
  activities,
  command,
  companies,
  contacts,
  deals,
  KithError,
  openStore,
  pipelines,
  products,
  teams,
  users,
} from '@kith/store';
export { importCsv } from '@kith/store/imports';
