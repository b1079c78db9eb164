import { defineElement } from '../base/define-element.js';
import { KithPipelineEditor } from '../pipeline-editor/pipeline-editor.js';

defineElement(KithPipelineEditor);
