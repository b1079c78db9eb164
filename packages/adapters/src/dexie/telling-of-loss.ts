/** An upgrade of Chromium's, which says whether the database took the place of one that could not be read. */
interface UpgradeOfChromium extends Event {
  readonly dataLoss?: 'none' | 'total';
}

/**
 * The same IndexedDB, which also tells when a database that is opened was thrown away because it could not be read and
 * begun anew. Only Chromium says so, and nowhere else; elsewhere nothing is told.
 */
export const tellingOfLoss = (factory: IDBFactory, onDataLost: () => void): IDBFactory => ({
  open(name, version) {
    const request = factory.open(name, version);
    request.addEventListener('upgradeneeded', (event) => {
      if ((event as UpgradeOfChromium).dataLoss === 'total') onDataLost();
    });
    return request;
  },
  deleteDatabase: (name) => factory.deleteDatabase(name),
  databases: () => factory.databases(),
  cmp: (first, second) => factory.cmp(first, second),
});
