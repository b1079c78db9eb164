import { activityFields } from '../activities/fields.js';
import { companyFields } from '../companies/fields.js';
import { contactFields } from '../contacts/fields.js';
import { dealFields } from '../deals/fields.js';
import type { BuiltInEntity } from '../fields/field.js';
import { pipelineFields } from '../pipelines/fields.js';
import { productFields } from '../products/fields.js';
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
];
