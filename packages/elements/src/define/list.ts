import { defineElement } from '../base/define-element.js';
import { KithList } from '../lists/list.js';

defineElement(KithList);
