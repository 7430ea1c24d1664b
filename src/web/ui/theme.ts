import { useSyncExternalStore } from 'react'
import { tokensToCss } from '../../exports/tokens-to-css.ts'
import { palettes, type Palette, type Theme } from '../../exports/tokens.ts'

export type ThemeChoice = Theme | 'system'
const key = 'wend-theme'
const darkWanted = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

export const themeChoice = (): ThemeChoice => {
  const stored = localStorage.getItem(key)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(key, choice)
  apply()
}

/** Puts the tokens on the page. A constructed sheet, so that no inline style needs an exception in the security policy. */
export function startTheme(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `:root{${tokensToCss('light')}} :root[data-theme='dark']{${tokensToCss('dark')}} @media print{:root,:root[data-theme='dark']{${tokensToCss('light')}}}`,
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  darkWanted.addEventListener('change', apply)
  apply()
}

export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(listen, themeChoice)
export const useTheme = (): Theme => useSyncExternalStore(listen, shown)
export const usePalette = (): Palette => palettes[useTheme()]

function shown(): Theme {
  const choice = themeChoice()
  if (choice !== 'system') return choice
  return darkWanted.matches ? 'dark' : 'light'
}

function apply(): void {
  document.documentElement.dataset['theme'] = shown()
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
