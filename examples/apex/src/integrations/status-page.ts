import { fetchJson, http } from '@/lib';

export interface Incident {
  readonly name: string;
  readonly resolved: boolean;
}

export async function openIncidents(page: string): Promise<Incident[]> {
  const incidents = await fetchJson<Incident[]>(`https://status.example/${page}/incidents.json`);
  return incidents.filter((incident) => !incident.resolved);
}

export async function report(page: string, name: string): Promise<Incident> {
  return http.postJson<Incident>(`https://status.example/${page}/incidents.json`, { name });
}
