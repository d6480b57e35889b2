import { plainPreset, type Preset } from './preset.js';

// By export, so that what only reads an ID (`uuid#validate`, `uuid#parse`) stays free.
const UUID = ['v1', 'v3', 'v4', 'v5', 'v6', 'v7'];

/** One module makes all IDs, so that their format can be relied on. */
export const idGeneration: Preset = {
  ...plainPreset,
  name: 'id-generation',
  title: 'ID generation',
  noun: 'ID generator',
  canonical: [
    {
      modules: [{ name: 'id-manager', folder: 'core' }, { name: 'id-manager' }],
      exports: ['IdManager', 'IDManager', 'idManager'],
    },
  ],
  twins: [
    { modules: [{ name: 'run-id-generator' }], exports: ['generateRunId', 'generateRunID'], member: 'generateRunId' },
    { modules: [{ name: 'run-id-generator' }], exports: ['RunIdGenerator', 'RunIDGenerator'] },
  ],
  formats: [{ template: 'thread_${thread}_run_${time}_${random}', member: 'generateRunId', takes: ['thread'] }],
  drivers: [
    ...UUID.map((version) => `uuid#${version}`),
    // Deep imports of older versions, whose module is the generator.
    ...UUID.map((version) => `uuid/${version}`),
    'uuidv4#uuid',
    'uuidv7#uuidv7',
    'nanoid#nanoid',
    'nanoid#default',
    'nanoid#customAlphabet',
    'nanoid#customRandom',
    'nanoid/non-secure#nanoid',
    'nanoid/non-secure#customAlphabet',
    'nanoid/async#nanoid',
    'nanoid/async#customAlphabet',
    'ulid#ulid',
    'ulid#default',
    'ulid#factory',
    'ulid#monotonicFactory',
    'ulidx#ulid',
    'ulidx#monotonicFactory',
    'cuid',
    '@paralleldrive/cuid2#createId',
    '@paralleldrive/cuid2#init',
    'ksuid#default',
    'ksuid#randomSync',
    'ksuid#random',
    'short-uuid#default',
    'short-uuid#generate',
    'short-uuid#uuid',
    'shortid',
    'hyperid',
    'bson#ObjectId',
    'bson#ObjectID',
    'mongodb#ObjectId',
    'mongodb#ObjectID',
    'typeid-js#typeid',
    'typeid-js#typeidUnboxed',
    'nodejs-snowflake#Snowflake',
    'nodejs-snowflake#UniqueID',
    '@sapphire/snowflake#Snowflake',
    'global:crypto.randomUUID',
    'node:crypto#randomUUID',
  ],
  // These only take an ID apart, or tell whether it is one.
  allow: ['bson#ObjectId.isValid', 'mongodb#ObjectId.isValid', 'shortid#isValid', 'cuid#isCuid', 'cuid#isSlug'],
};
