import type { Id, Product } from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { products } from './collection.js';

/** Adds a product. */
export const create = (draft: Draft<Product>): Command<Product> =>
  command('products/create', draft, async (work) => createEntity(work, products, draft));

/** Changes fields of a product; undefined or null empties one. */
export const edit = (input: { readonly id: Id<'product'>; readonly changes: Changes<Product> }): Command<Product> =>
  command('products/edit', input, (work) => editEntity(work, products, input), { history: 'typing' });
