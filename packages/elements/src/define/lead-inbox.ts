import { defineElement } from '../base/define-element.js';
import { KithLeadInbox } from '../leads/lead-inbox.js';

defineElement(KithLeadInbox);
