// Fetched when a close day is changed: importing it at once would bring the rules of pipelines along.
export { keepCloseDay } from '@kith/core/pipelines';
