/** By itself, so that it is fetched when a company gets a parent, which is seldom. */
export { checkParent } from '@kith/core';
