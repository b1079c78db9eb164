import { defineElement } from '../base/define-element.js';
import { KithContactCard } from '../contacts/contact-card.js';

defineElement(KithContactCard);
