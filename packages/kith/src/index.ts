import '@kith/elements/define';

export { memoryAdapter, StorageFault } from '@kith/adapters';
export { dexieAdapter } from '@kith/adapters/dexie';
export { addMoney, money, parseFilter, parseMoney, sumByCurrency } from '@kith/core';
export { describeFilter } from '@kith/core/describe';
export { sample } from '@kith/core/sample';
export { CommandEvent, NavigateEvent, RestoreEvent, setDefaultStore } from '@kith/elements';
export {
  activities,
  command,
  companies,
  contacts,
  deals,
  erase,
  KithError,
  openStore,
  persistStorage,
  pipelines,
  products,
  rowChanges,
  storageState,
  teams,
  users,
} from '@kith/store';
export { auditBetween, auditBy, auditLog, auditOf, verifyAudit } from '@kith/store/audit';
export { backUp, backupName, checkBackup, readBackup, restoreBackup } from '@kith/store/backup';
export { importCsv } from '@kith/store/imports';
