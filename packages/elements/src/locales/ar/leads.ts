import { convertMessages } from '../../leads/convert.messages.js';
import { deskMessages } from '../../leads/desk.messages.js';
import { detailMessages } from '../../leads/detail.messages.js';
import { inboxMessages } from '../../leads/messages.js';
import type { Features } from '../translation.js';

/** The sentences of src/leads, in English where nobody has translated them. */
export const leads: Features['leads'] = {
  leadInbox: inboxMessages.en,
  leadDetail: detailMessages.en,
  leadDesk: deskMessages.en,
  leadConvert: convertMessages.en,
};
