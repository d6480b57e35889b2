import type { PresetName } from '../config.js';
import { clickhouse } from './clickhouse.js';
import { executionContext } from './execution-context.js';
import { idGeneration } from './id-generation.js';
import type { Preset } from './preset.js';
import { supervisor } from './supervisor.js';
import { websocket } from './websocket.js';

/** The presets by name. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  'id-generation': idGeneration,
  'execution-context': executionContext,
  clickhouse,
  websocket,
  supervisor,
};
