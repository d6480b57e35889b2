import { assetUrl } from '@/utils/files';

interface RunListProps {
  readonly runs: readonly { readonly runId: string; readonly title: string; readonly day: number }[];
}

export function RunList({ runs }: RunListProps) {
  return (
    <ul>
      {runs.map((run, index) => (
        <li key={`${run.runId}-${index}`} data-day={run.day}>
          {run.title}
        </li>
      ))}
      <img src={assetUrl('/chart.png')} alt="" />
    </ul>
  );
}
