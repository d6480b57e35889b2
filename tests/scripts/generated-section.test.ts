import { describe, expect, it } from 'vitest';

import { replaceSection } from '../../scripts/generated-section.mjs';

describe('replaceSection', () => {
  it('replaces what stands between the markers and nothing else', () => {
    const page = 'before\n<!-- begin rules -->\nold\n<!-- end rules -->\nafter\n';
    expect(replaceSection(page, 'rules', 'new')).toBe(
      'before\n<!-- begin rules -->\n\nnew\n\n<!-- end rules -->\nafter\n',
    );
  });

  it('refuses a page without the section', () => {
    expect(() => replaceSection('<!-- begin rules -->', 'rules', 'new')).toThrow('no section "rules"');
  });
});
