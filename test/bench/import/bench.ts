import { dexieAdapter } from '@kith/adapters/dexie';
import { deals, openStore, type Store } from '@kith/store';
import { importCsv } from '@kith/store/imports';
import { Dexie } from 'dexie';
import { firstValueFrom } from 'rxjs';
import * as maven from '../../../examples/intranet/src/imports/pipeline-maven.js';
import type { Bench } from '../bench.js';
import { accounts, opportunities, products, salesTeams } from './files.js';

const DEALS = 8_800;

let round = 0;
let store: Store | undefined;
let written: readonly object[] = [];
const file = new Blob([opportunities(DEALS)]);

/** A new book that holds what the opportunities name. */
async function prepareBook(): Promise<void> {
  await store?.close();
  store = await openStore({ adapter: dexieAdapter({ name: `bench-import-${++round}` }) });
  await mustImport(new Blob([products()]), maven.products);
  await mustImport(new Blob([salesTeams()]), maven.salesTeams);
  await mustImport(new Blob([accounts()]), maven.accounts);
}

async function mustImport(source: Blob, mapping: Parameters<typeof importCsv>[2]): Promise<void> {
  if (!store) throw new Error('The book is not open.');
  const report = await importCsv(store, source, mapping);
  if (!report.ok) throw new Error(report.problem.message);
  if (report.value.rejected > 0) throw new Error(report.value.rejectedCsv.slice(0, 1_000));
}

export const bench: Bench = {
  title: 'Import: opportunities from a CSV file into IndexedDB, journal and stage history included',
  size: `${DEALS.toLocaleString('en')} rows in ${Math.round(file.size / 1_024)} KiB, 3 lookups each, 1,000 rows a commit`,
  async prepare() {
    await prepareBook();
    await mustImport(file, maven.opportunities);
    if (store) written = await firstValueFrom(store.watch({ ask: 'rows', collection: deals.collection }));
    if (written.length !== DEALS) throw new Error(`Imported ${written.length} deals, not ${DEALS}.`);
  },
  cases: [
    {
      name: 'import end to end, against writing the finished deals into raw Dexie',
      rounds: 5,
      mostCpu: 2_500,
      mostBlock: 50,
      before: prepareBook,
      subject: () => mustImport(file, maven.opportunities),
      async baseline() {
        const database = new Dexie(`bench-import-raw-${++round}`);
        database.version(1).stores({
          deals: 'id, [pipelineId+stageId+rank], [companyId+status+rank], *contactIds, [ownerId+status+rank]',
        });
        await database.open();
        for (let at = 0; at < written.length; at += 1_000)
          await database.table('deals').bulkAdd(written.slice(at, at + 1_000));
        database.close();
      },
    },
  ],
};
