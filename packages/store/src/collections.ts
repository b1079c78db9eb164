import { activities } from './activities/collection.js';
import type { Collection } from './collection.js';
import { companies } from './companies/collection.js';
import { contacts } from './contacts/collection.js';
import { dataLosses } from './data-loss.js';
import { deals } from './deals/collection.js';
import { lossReasons } from './deals/loss-reasons.js';
import { importSteps, imports } from './imports/collection.js';
import { pipelines } from './pipelines/collection.js';
import { stageCounters } from './pipelines/stage-counters.js';
import { products } from './products/collection.js';
import { exchangeRates, houseCurrency } from './rates/collection.js';
import { teams } from './teams/collection.js';
import { users } from './users/collection.js';

/** Every collection that Kith itself brings. */
export const collections: readonly Collection[] = [
  users,
  teams,
  companies,
  contacts,
  products,
  pipelines,
  stageCounters,
  deals,
  lossReasons,
  exchangeRates,
  houseCurrency,
  activities,
  imports,
  importSteps,
  dataLosses as Collection,
];
