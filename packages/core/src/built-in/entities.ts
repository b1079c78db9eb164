import { activityFields } from '../activities/fields.js';
import { companyFields } from '../companies/fields.js';
import { contactFields } from '../contacts/fields.js';
import { dealFields, lossReasonFields } from '../deals/fields.js';
import type { BuiltInEntity } from '../fields/field.js';
import { leadFields, poolFields } from '../leads/fields.js';
import { pipelineFields } from '../pipelines/fields.js';
import { listPriceFields, priceBookFields } from '../pricing/fields.js';
import { productFields } from '../products/fields.js';
import { exchangeRateFields } from '../rates/fields.js';
import { teamFields, userFields } from '../users/fields.js';

/** Every kind of entity that Kith itself brings, with its fields. A new kind is added here. */
export const builtInEntities: readonly BuiltInEntity[] = [
  contactFields,
  companyFields,
  dealFields,
  activityFields,
  productFields,
  pipelineFields,
  userFields,
  teamFields,
  leadFields,
  poolFields,
  lossReasonFields,
  priceBookFields,
  listPriceFields,
  exchangeRateFields,
];
