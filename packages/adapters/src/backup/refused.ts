import type { BackupOutcome, BackupProblem, BackupProblemCode } from './backup.js';

/** Thrown inside the reading of a backup, and answered as data at its door: what is wrong with the file. */
export class Refused extends Error {
  readonly problem: BackupProblem;
  constructor(code: BackupProblemCode, message: string, params?: BackupProblem['params']) {
    super(message);
    this.name = 'Refused';
    this.problem = { code, message, ...(params !== undefined && { params }) };
  }
}

/** Answers what a reading comes to: its value, or what it was refused for. Whatever else it throws is thrown. */
export async function outcomeOf<Value>(reading: Promise<Value>): Promise<BackupOutcome<Value>> {
  try {
    return { ok: true, value: await reading };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}
