import { defineElement } from '../base/define-element.js';
import { KithTaskList } from '../tasks/task-list.js';

defineElement(KithTaskList);
