export { type LongList, type LongListQuery, openLongList } from './open-long-list.js';
