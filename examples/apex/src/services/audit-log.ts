import { validate, v4 as uuidv4 } from 'uuid';
import { timestamp } from '@/core/clock';

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
}

export class AuditLog {
  private readonly entries: AuditEntry[] = [];

  append(actor: string, action: string): AuditEntry {
    const entry = { id: uuidv4(), at: timestamp(), actor, action };
    this.entries.push(entry);
    return entry;
  }

  find(id: string): AuditEntry | undefined {
    return validate(id) ? this.entries.find((entry) => entry.id === id) : undefined;
  }
}
