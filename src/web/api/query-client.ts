import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from './problem-error.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // Wend is on this machine: the browser's own "offline" says nothing about it.
      networkMode: 'always',
      retry: (count, error) => error instanceof ProblemError && error.code === 'offline' && count < 20,
      retryDelay: (count) => Math.min(1000 * 2 ** count, 10_000),
    },
    mutations: { networkMode: 'always' },
  },
})
