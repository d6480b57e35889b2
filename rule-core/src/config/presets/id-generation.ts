import { plainPreset, type Preset } from './preset.js';

// By export, so that what only reads an ID (`uuid#validate`, `uuid#parse`) stays free.
const UUID = ['v1', 'v3', 'v4', 'v5', 'v6', 'v7'];

const OBJECT_IDS = [
  'bson#ObjectId',
  'bson#ObjectID',
  'mongodb#ObjectId',
  'mongodb#ObjectID',
  'mongoose#Types.ObjectId',
  'mongoose#mongo.ObjectId',
];
const READERS_OF_OBJECT_IDS = [
  'isValid',
  'cacheHexString',
  'createFromBase64',
  'createFromHexString',
  // The limit of a range: the same for each call.
  'createFromTime',
];

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
    ...OBJECT_IDS,
    'bson-objectid',
    'typeid-js#typeid',
    'typeid-js#typeidUnboxed',
    'nodejs-snowflake#Snowflake',
    'nodejs-snowflake#UniqueID',
    '@sapphire/snowflake#Snowflake',
    'global:crypto.randomUUID',
    'node:crypto#randomUUID',
  ],
  // These only take an ID apart, or tell whether it is one.
  allow: [
    ...OBJECT_IDS.flatMap((name) => READERS_OF_OBJECT_IDS.map((reader) => `${name}.${reader}`)),
    ...READERS_OF_OBJECT_IDS.map((reader) => `bson-objectid#${reader}`),
    'shortid#isValid',
    'cuid#isCuid',
    'cuid#isSlug',
    'ksuid#isValid',
    'ksuid#parse',
    'ksuid#default.isValid',
    'ksuid#default.parse',
  ],
};
