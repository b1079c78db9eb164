import { KithTimeline } from '../activities/timeline.js';
import { defineElement } from '../base/define-element.js';

defineElement(KithTimeline);
