import { defineElement } from '../base/define-element.js';
import { KithPipelineBoard } from '../pipelines/pipeline-board.js';

defineElement(KithPipelineBoard);
