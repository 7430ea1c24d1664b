import type { Wait } from './company.ts'

const minuteMs = 60_000
const wait =
  (unit: number, by: Wait['by']) =>
  (median: number, sigma = 0.6): Wait => ({ medianMs: median * unit, sigma, by })

/** Waits of the customer's making, and of the company's. */
export const minutes = wait(minuteMs, 'customer')
export const hours = wait(60 * minuteMs, 'customer')
export const days = wait(24 * 60 * minuteMs, 'customer')
export const workHours = wait(60 * minuteMs, 'company')
export const workDays = wait(24 * 60 * minuteMs, 'company')
