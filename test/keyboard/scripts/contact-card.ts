import { html } from 'lit';
import { breventPage } from '../../../stories/books/brevent-page.js';
import { holding } from '../../support/holding.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

export const script: KeyboardScript = {
  page: () => breventPage(html`<kith-contact-card layout="full" contact="contact_lea"></kith-contact-card>`),
  ready: 'Send the signed contract',
  stops: 30,
  lines: [
    { at: 'Edit job title', press: 'Enter', focus: 'Job title' },
    { type: 'Director', press: 'Escape', focus: 'Edit job title', shows: 'Head of Operations' },
    { press: 'Enter', focus: 'Job title' },
    { press: 'End' },
    {
      type: ', Alps',
      press: 'Enter',
      focus: 'Edit job title',
      shows: 'Head of Operations, Alps',
      holds: holding('contacts', { id: 'contact_lea', jobTitle: 'Head of Operations, Alps' }),
    },
    { press: 'Control+z', focus: 'Edit job title', hides: ', Alps' },
    { at: 'Edit lifecycle', press: 'Enter', focus: 'Lifecycle' },
    { press: 'Escape', focus: 'Edit lifecycle' },
    { at: 'Edit company', press: 'Enter', focus: 'Company' },
    { press: 'Escape', focus: 'Edit company' },
    { at: 'Edit phone', press: 'Enter', focus: 'Phone' },
    { press: 'Control+a' },
    {
      type: '04 50 12 34 56',
      press: 'Enter',
      focus: 'Edit phone',
      shows: '+33 4 50 12 34 56',
      holds: holding('contacts', { id: 'contact_lea', phones: [{ value: '+33450123456' }] }),
    },
    { at: 'Edit tags', press: 'Enter', focus: 'Tags' },
    { press: 'Escape', focus: 'Edit tags' },
    { at: 'Edit birthday', press: 'Enter', focus: 'Birthday' },
    { press: 'Escape', focus: 'Edit birthday' },
    { at: 'Show 2 empty fields', press: 'Enter', focus: 'Hide empty fields' },
    { press: 'Enter', focus: 'Show 2 empty fields' },
    { at: 'No calls at all', press: 'Space', focus: 'No calls at all', shows: 'Does not want calls' },
    { press: 'Space', hides: 'Does not want calls' },
    { at: 'Log activity', press: 'Enter', focus: 'Note' },
    {
      type: 'She likes the linen',
      press: 'Control+Enter',
      focus: 'Note',
      shows: 'Note saved',
      holds: holding('activities', { kind: 'note', subject: 'She likes the linen' }),
    },
    { at: 'Copy lea.fontanel@brevent.example', press: 'Enter', focus: /^Cop/ },
    { at: 'Atelier clienteling', press: 'Enter', focus: 'Atelier clienteling' },
  ],
};
