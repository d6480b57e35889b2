import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The example brings its own stand-ins, so that it runs without installing any of these packages.
const fakes = {
  '@clickhouse/client': local('./tests/fakes/clickhouse-client.ts'),
  axios: local('./tests/fakes/axios.ts'),
  nanoid: local('./tests/fakes/nanoid.ts'),
  'react/jsx-dev-runtime': local('./tests/fakes/react-jsx-runtime.ts'),
  'react/jsx-runtime': local('./tests/fakes/react-jsx-runtime.ts'),
  react: local('./tests/fakes/react.ts'),
  uuid: local('./tests/fakes/uuid.ts'),
  ws: local('./tests/fakes/ws.ts'),
};

export default defineConfig({
  resolve: {
    alias: [
      ...Object.entries(fakes).map(([name, replacement]) => ({ find: new RegExp(`^${name}$`), replacement })),
      { find: /^@\//, replacement: local('./src/') },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    env: { APEX_LOG_LEVEL: 'silent' },
  },
});
