import { afterEach, describe, expect, it, vi } from 'vitest';
import { Calendar, prefetch } from '@/integrations/calendar';
import { convert } from '@/integrations/exchange-rates';
import { isReachable, openIssues } from '@/integrations/github';
import { contactOf } from '@/integrations/intercom';
import { JiraClient } from '@/integrations/jira';
import { page } from '@/integrations/pager';
import { PaymentGateway } from '@/integrations/payments';
import { Segment } from '@/integrations/segment';
import { postToSlack } from '@/integrations/slack';
import { openIncidents, report } from '@/integrations/status-page';
import { http } from '@/lib/http';
import { deliver } from '@/services/webhook-service';
import { fakeNetwork } from './support/network';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('integrations', () => {
  it('convert money', async () => {
    fakeNetwork({ 'GET https://rates.example/latest?base=EUR': { base: 'EUR', rates: { USD: 1.1 } } });
    expect(await convert(10, 'EUR', 'USD')).toBe(11);
    await expect(convert(10, 'EUR', 'XXX')).rejects.toThrow('no rate for XXX');
    await expect(convert(10, 'CHF', 'USD')).rejects.toThrow('404');
  });

  it('read and write the status page', async () => {
    const url = 'https://status.example/apex/incidents.json';
    const open = { name: 'queue', resolved: false };
    const calls = fakeNetwork({ [`GET ${url}`]: [open, { name: 'old', resolved: true }], [`POST ${url}`]: open });
    expect(await openIncidents('apex')).toEqual([open]);
    expect(await report('apex', 'queue')).toEqual(open);
    expect(calls.map(({ method, body }) => [method, body])).toEqual([
      ['GET', undefined],
      ['POST', { name: 'queue' }],
    ]);
  });

  it('page who is on call', async () => {
    const calls = fakeNetwork({ 'POST https://events.pager.example/v2/enqueue': { key: 'k1' } });
    expect(await page('billing', 'critical')).toBe('k1');
    expect(calls[0]?.body).toEqual({ service: 'billing', severity: 'critical' });
  });

  it('talk to GitHub', async () => {
    const issue = { number: 1, title: 'Two formats' };
    fakeNetwork({ 'GET https://api.github.com/repos/a/b/issues': [issue] });
    expect(await openIssues('a/b')).toEqual([issue]);
    expect(await openIssues('a/missing')).toEqual([]);
    expect(await isReachable()).toBe(false);
  });

  it('talk to Slack, Jira and Intercom', async () => {
    fakeNetwork({
      'POST https://slack.com/api/chat.postMessage': { ok: true },
      'POST https://jira.example/rest/api/3/issue': { key: 'APX-1' },
      'GET https://intercom.example/contacts/ada': { email: 'ada@example.org' },
    });
    expect(await postToSlack('#general', 'hi')).toBe(true);
    expect(await new JiraClient().create('Two formats')).toBe('APX-1');
    expect(await contactOf('ada')).toBe('ada@example.org');
    fakeNetwork({});
    expect(await postToSlack('#general', 'hi')).toBe(false);
  });

  it('deliver webhooks under the ID they were given', async () => {
    const calls = fakeNetwork({ 'POST https://hooks.example': { ok: true } });
    expect(await deliver('https://hooks.example', { a: 1 }, 's', 'd1')).toEqual({ deliveryId: 'd1', accepted: true });
    expect((await deliver('https://hooks.example', {}, 's')).deliveryId).toHaveLength(21);
    expect(calls).toHaveLength(2);
  });

  it('pay, track and plan', async () => {
    fakeNetwork({ 'POST https://cards.example/charge': 'paid', 'POST https://segment.example/v1/batch': 'ok' });
    expect(await new PaymentGateway().send('/charge', {})).toBe('paid');
    const segment = new Segment();
    segment.track('opened', 'ada');
    expect([await segment.flush(), await segment.flush()]).toEqual([1, 0]);
    const source = { fetch: async (day: string) => [{ title: 'Stand-up', at: `${day}T09:00` }] };
    expect(await new Calendar(source).fetch('2025-03-04')).toHaveLength(1);
    expect(await prefetch(['a', 'b'], source.fetch)).toBe(2);
  });

  it('fail loudly', async () => {
    fakeNetwork({});
    await expect(http.getJson('https://nowhere.example')).rejects.toThrow('404');
  });
});
