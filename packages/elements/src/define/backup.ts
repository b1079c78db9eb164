import { defineElement } from '../base/define-element.js';
import { KithBackup } from '../storage/backup.js';

defineElement(KithBackup);
