export { auditLog } from './audit-log.js';
export type { AuditEntry, AuditedChange, AuditHead, AuditValues } from './collection.js';
export { auditBetween, auditBy, auditedValues, auditedValuesOf, auditOf } from './queries.js';
export { type AuditFinding, type AuditReport, verifyAudit } from './verify-audit.js';
