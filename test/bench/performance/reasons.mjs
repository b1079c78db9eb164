// Why a target is missed, and the next step: by part, line and what it is measured against. docs/performance.md quotes it.

export const REASONS = {};
