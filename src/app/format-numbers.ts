export { formatCount, formatDate, formatDuration, formatNumber, formatPeriod, formatRate, formatScore, plural } from '../exports/format.ts'
