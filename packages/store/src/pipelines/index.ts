export { pipelines as collection } from './collection.js';
export { create, edit, type PipelineDraft, type StageDraft } from './commands.js';
export { all, byId } from './queries.js';
