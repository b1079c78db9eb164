import { defineElement } from '../base/define-element.js';
import { KithFieldEditor } from '../fields/field-editor.js';

defineElement(KithFieldEditor);
