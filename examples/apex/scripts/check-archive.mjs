import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

require('tsx/cjs');

const { getJson } = require('../src/lib/request');
const { DeepAgentState } = require('../src/agents/state');

/** Counts the archived runs that no longer read as a state. */
export async function unreadable(archive) {
  const rows = await getJson(`${archive}/runs.json`);
  return rows.filter((row) => new DeepAgentState(row.text, row.userId).stepCount !== 0).length;
}
