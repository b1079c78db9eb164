import { defineElement } from '../base/define-element.js';
import { KithDealPanel } from '../deals/deal-panel.js';

defineElement(KithDealPanel);
