import { pipelinePage } from '../../../stories/books/pipeline-page.js';
import { holding } from '../../support/holding.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

export const script: KeyboardScript = {
  page: () => pipelinePage(),
  ready: 'Negotiation',
  stops: 20,
  lines: [
    { at: 'New business', press: 'Enter', focus: /^New business/, shows: 'Duplicate' },
    { press: 'Escape', focus: 'New business' },
    { at: 'Move Discovery', press: 'ArrowUp', focus: 'Move Discovery' },
    { press: 'Control+z', focus: /^Move/ },
    { at: 'Move Discovery down', press: 'Enter', focus: 'Move Discovery down' },
    { at: 'Proposal', press: 'Enter', focus: 'Name' },
    { press: 'Escape', focus: 'Proposal' },
    { at: 'Add stage', press: 'Enter', focus: 'Name' },
    { type: 'Trial run', press: 'Enter', focus: 'Add stage', shows: 'Trial run' },
    { at: 'Remove Proposal', press: 'Enter', focus: 'Where the deals of Proposal go' },
    { at: /^Allowed moves/, press: 'Enter', focus: /^Allowed moves/ },
    { at: 'Publish…', press: 'Enter', focus: 'Cancel' },
    { press: 'Escape', focus: 'Publish…' },
    { press: 'Enter Tab', focus: /^Publish/ },
    {
      press: 'Enter',
      shows: 'published',
      holds: holding('pipelines', { name: 'New business', stages: [{ name: 'Trial run' }] }),
    },
    { at: 'New business', press: 'Enter', focus: /^New business/ },
    { press: 'Escape', focus: 'New business' },
  ],
};
