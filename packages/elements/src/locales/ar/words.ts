import type { Translation } from '../translation.js';
import { activities } from './activities.js';
import { app } from './app.js';
import { companies } from './companies.js';
import { conditions } from './conditions.js';
import { contacts } from './contacts.js';
import { deals } from './deals.js';
import { fields } from './fields.js';
import { labels } from './labels.js';
import { leads } from './leads.js';
import { lists } from './lists.js';
import { parts } from './parts.js';
import { pipelineEditor } from './pipeline-editor.js';
import { pipelines } from './pipelines.js';
import { problems } from './problems.js';
import { records } from './records.js';
import { scoring } from './scoring.js';
import { storage } from './storage.js';
import { tasks } from './tasks.js';

/** Kith in Arabic. */
export const words: Translation = {
  problems,
  labels,
  sentences: {
    ...activities,
    ...app,
    ...companies,
    ...conditions,
    ...contacts,
    ...deals,
    ...leads,
    ...fields,
    ...lists,
    ...parts,
    ...pipelines,
    ...pipelineEditor,
    ...records,
    ...scoring,
    ...storage,
    ...tasks,
  },
};
