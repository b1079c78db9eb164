export { listPrices, priceBooks, pricingCollections } from './collection.js';
export { addBook, addPrice, editBook, editPrice, removeBook, removePrice, removeProduct } from './commands.js';
export { bookById, books, pricesIn, pricesOf } from './queries.js';
