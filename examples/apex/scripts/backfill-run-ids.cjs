#!/usr/bin/env node
require('tsx/cjs');

const axios = require('axios');
const { createClient } = require('@clickhouse/client');
const contexts = require('../src/agents/agent-execution-context');
const { DeepAgentState } = require('../src/agents/state');
const generateRunId = require('../src/utils/run-id-generator').generateRunId;

/** Gives the runs of one thread that were stored without an ID an ID. */
async function main(threadId) {
  const client = createClient();
  const { data } = await axios.get(`http://localhost:8080/threads/${threadId}/runs`);
  for (const run of data.filter((candidate) => !candidate.runId)) {
    const context = new contexts.AgentExecutionContext({
      userId: run.userId,
      threadId,
      runId: generateRunId(threadId),
    });
    const state = new DeepAgentState(run.text, context.userId, threadId);
    await client.insert({ table: 'runs', values: [{ run_id: context.runId, steps: state.stepCount }] });
  }
}

main(process.argv[2]).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
