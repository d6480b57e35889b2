import { request } from 'node:https';

export interface Meeting {
  readonly title: string;
  readonly at: string;
}

export interface MeetingSource {
  fetch(day: string): Promise<Meeting[]>;
}

export class Calendar {
  constructor(private readonly source: MeetingSource) {}

  async fetch(day: string): Promise<Meeting[]> {
    const meetings = await this.source.fetch(day);
    return meetings.filter((meeting) => meeting.at.startsWith(day));
  }
}

export async function prefetch(days: readonly string[], fetch: MeetingSource['fetch']): Promise<number> {
  const meetings = await Promise.all(days.map((day) => fetch(day)));
  return meetings.flat().length;
}

/** The calendar's proxy answers HEAD, and nothing else, without credentials. */
export function isProxyUp(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    request({ host, method: 'HEAD' }, (response) => resolve(response.statusCode === 200))
      .on('error', () => resolve(false))
      .end();
  });
}
