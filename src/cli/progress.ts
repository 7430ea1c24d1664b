import type { SingleBar } from 'cli-progress'
import { formatCount, formatNumber } from './present/numbers.ts'
import type { JobProgress } from '../contract/jobs.ts'
import type { ProgressLine } from './context.ts'

/** Nothing is said of work that is over before anybody wonders. */
const patience = 700
/** In a pipe a line now and then, so that a log shows that it lives. */
const plainEvery = 15_000

/** A bar on a terminal with rate and time left; in a pipe a plain line every quarter of a minute. */
export function createProgress(stream: NodeJS.WriteStream, now: () => number): ProgressLine {
  const begun = now()
  const draw = stream.isTTY ? bars(stream, now) : lines(stream, now)
  let latest: JobProgress | null = null
  // A phase that reports nothing for a while still shows once it has lasted.
  const timer = setInterval(() => latest && draw.report(latest), 250)
  timer.unref()
  return {
    report(progress) {
      latest = progress
      if (now() - begun >= patience) draw.report(progress)
    },
    stop() {
      clearInterval(timer)
      latest = null
      draw.stop()
    },
  }
}

function lines(stream: NodeJS.WriteStream, now: () => number): ProgressLine {
  let last = now()
  return {
    report(progress) {
      if (now() - last < plainEvery) return
      last = now()
      const share = progress.total ? ` ${Math.floor((100 * progress.done) / progress.total)} %` : ''
      stream.write(`${progress.phase}${share}${progress.rows > 0 ? `, ${formatCount(progress.rows)} rows` : ''}\n`)
    },
    stop: () => undefined,
  }
}

function bars(stream: NodeJS.WriteStream, now: () => number): ProgressLine {
  let bar: SingleBar | undefined
  let loading: Promise<void> | undefined
  let stopped = false
  let phase = ''
  let since = now()
  const load = async (): Promise<void> => {
    const { default: progress } = await import('cli-progress')
    if (stopped) return
    bar = new progress.SingleBar({
      stream,
      clearOnComplete: true,
      hideCursor: true,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      barsize: 24,
      gracefulExit: false,
      format: '{phase} {bar} {percentage} % {about}',
    })
    bar.start(1, 0, { phase: '', about: '' })
  }
  return {
    report(progress) {
      if (stopped) return
      loading ??= load()
      if (progress.phase !== phase) [phase, since] = [progress.phase, now()]
      bar?.setTotal(Math.max(progress.total ?? 0, 1))
      bar?.update(progress.done, { phase, about: aboutText(progress, (now() - since) / 1000) })
    },
    stop() {
      stopped = true
      bar?.stop()
    },
  }
}

/** "1.2 M rows, 310 k rows/s, 4 s left". */
function aboutText({ done, total, rows, unit }: JobProgress, seconds: number): string {
  const parts = [
    rows > 0 ? `${formatCount(rows)} rows` : '',
    unit === 'steps' && total !== null ? `step ${Math.min(done + 1, total)} of ${total}` : '',
  ]
  if (seconds > 1 && rows > 0) parts.push(`${formatCount(rows / seconds)} rows/s`)
  else if (seconds > 1 && unit === 'bytes') parts.push(`${formatNumber(done / seconds / 1e6, 1)} MB/s`)
  if (seconds > 1 && total !== null && done > 0 && done < total && unit !== 'steps')
    parts.push(`${formatCount(Math.ceil(((total - done) * seconds) / done))} s left`)
  return parts.filter((part) => part !== '').join(', ')
}
