import { ThreadStore, type StoredThread } from '@/db/memory-store';

let created = 0;

export class ThreadService {
  constructor(private readonly store: ThreadStore = new ThreadStore()) {}

  async create(owner: string, title: string): Promise<StoredThread> {
    created += 1;
    const time = Date.now();
    const id = `t${time}${created}`;
    const thread = { id, title, owner };
    await this.store.insert(thread);
    return thread;
  }

  ofUser(owner: string): Promise<StoredThread[]> {
    return this.store.query({ owner });
  }

  async rename(id: string, title: string): Promise<StoredThread | undefined> {
    const [thread] = await this.store.query({ id });
    return thread === undefined ? undefined : { ...thread, title };
  }
}
