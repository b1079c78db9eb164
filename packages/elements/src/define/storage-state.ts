import { defineElement } from '../base/define-element.js';
import { KithStorageState } from '../storage/storage-state.js';

defineElement(KithStorageState);
