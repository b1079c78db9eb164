import { defineElement } from '../base/define-element.js';
import { KithContactList } from '../lists/contact-list.js';

defineElement(KithContactList);
