import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { type Infer, id, Money, name } from '../kernel/schema.js';

/** Something that is sold. */
export const Product = z.object({
  id: id('product'),
  name,
  sku: z.optional(z.string()),
  family: z.optional(z.string()),
  /** The list price of one unit. */
  price: z.optional(Money),
  status: z.optional(z.enum(['active', 'retired'])),
  description: z.optional(z.string()),
  ...entityFields,
});
export type Product = Infer<typeof Product>;
