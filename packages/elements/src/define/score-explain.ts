import { defineElement } from '../base/define-element.js';
import { KithScoreExplain } from '../scoring/score-explain.js';

defineElement(KithScoreExplain);
