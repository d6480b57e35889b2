export { BaselineError, formatBaseline, parseBaseline } from './baseline-text.js';
export { compareEntries, entriesFor, type BaselineEntry } from './entry.js';
export { fingerprintOf, identityOf, type ViolationIdentity } from './identity.js';
export { matchBaseline, type Match, type Matching, type MatchTier } from './match.js';
