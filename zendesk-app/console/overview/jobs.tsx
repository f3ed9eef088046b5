import type { Job } from '../../../shared/console/overview.ts';
import { useConsoleWords } from '../keys.ts';
import { Bar } from '../parts/bar.tsx';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';

/** Long work that is under way, or of which something failed, with how far it is. What is done well needs nobody. */
export function Jobs({ jobs }: { jobs: Job[] }) {
  const { t } = useConsoleWords();
  const running = jobs.filter((job) => !job.isDone || job.failed > 0);
  if (running.length === 0) return null;
  return (
    <Card aria-labelledby="jobs">
      <Stack $gap={12}>
        <Heading id="jobs">{t('jobs.title')}</Heading>
        {running.map((job) => (
          <JobRow key={job.kind} job={job} />
        ))}
      </Stack>
    </Card>
  );
}

function JobRow({ job }: { job: Job }) {
  const { t, percent, date } = useConsoleWords();
  const name = t(`job.${job.kind}`);
  const facts = [
    job.isDone ? t('jobs.done') : job.share === null ? t('jobs.running') : percent(job.share),
    job.of === null ? t('jobs.count', { count: job.done }) : t('jobs.of', { done: job.done, of: job.of }),
    job.readTo !== null && t('jobs.readTo', { date: date(job.readTo) }),
    job.failed > 0 && t('jobs.failed', { count: job.failed }),
  ].filter((fact) => fact !== false);
  return (
    <Stack $gap={4}>
      <Line $end>
        <span>{name}</span>
        <Quiet>{facts.join(' · ')}</Quiet>
      </Line>
      <Bar share={job.isDone ? 1 : job.share} label={name} />
    </Stack>
  );
}
