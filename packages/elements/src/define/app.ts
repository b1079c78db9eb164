import { KithApp } from '../app/app.js';
import { defineElement } from '../base/define-element.js';

defineElement(KithApp);
