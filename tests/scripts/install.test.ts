import { describe, expect, it } from 'vitest';

import { missingPackages } from '../../scripts/install.mjs';

describe('missingPackages', () => {
  const wanted = {
    packages: {
      '': {},
      'rule-core': { version: '0.1.0' },
      'node_modules/@ssot/rule-core': { link: true },
      'node_modules/a': { version: '1.0.0' },
      'rule-core/node_modules/b': { version: '2.0.0' },
      'node_modules/only-for-windows': { version: '1.0.0', optional: true },
    },
  };

  it('names everything before the first installation', () => {
    expect(missingPackages(wanted, { packages: {} }, () => false)).toEqual([
      'node_modules/@ssot/rule-core',
      'node_modules/a',
      'rule-core/node_modules/b',
    ]);
  });

  it('names nothing when all of it is there, without the packages of other platforms', () => {
    expect(missingPackages(wanted, wanted, () => true)).toEqual([]);
  });

  it('names what has another version, and what is gone although npm has recorded it', () => {
    const older = { packages: { ...wanted.packages, 'node_modules/a': { version: '0.9.0' } } };
    expect(missingPackages(wanted, older, () => true)).toEqual(['node_modules/a']);
    expect(missingPackages(wanted, wanted, (path) => path !== 'rule-core/node_modules/b')).toEqual([
      'rule-core/node_modules/b',
    ]);
  });
});
