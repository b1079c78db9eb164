import { translated } from '../base/locale.js';

/** What stands in place of the board when it cannot be shown. */
export const absenceMessages = translated('boardAbsence', () => ({
  noPipeline: 'No pipeline yet',
  noPipelineHow: 'Import deals, or add a pipeline, and its stages stand here.',
  unknownPipeline: 'This pipeline does not exist',
  unknownPipelineHow: 'It may have been deleted, or the address is an old one.',
  failed: 'The deals cannot be read',
  tryAgain: 'Try again',
  denied: 'No access',
  deniedHow: 'You may not see what stands here. Ask whoever looks after your rights.',
}));
