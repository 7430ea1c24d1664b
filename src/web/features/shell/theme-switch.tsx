import { Monitor, Moon, Sun } from 'lucide-react'
import { IconButton } from '../../ui/button.tsx'
import { chooseTheme, useThemeChoice, type ThemeChoice } from '../../ui/theme.ts'

const next: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' }
const icons = { system: Monitor, light: Sun, dark: Moon } as const
const names: Readonly<Record<ThemeChoice, string>> = { system: 'as the system', light: 'light', dark: 'dark' }

/** Light, dark, or as the system has it: each press takes the next. */
export function ThemeSwitch() {
  const choice = useThemeChoice()
  const Icon = icons[choice]
  return (
    <IconButton label={`Theme: ${names[choice]}. Change to ${names[next[choice]]}`} onPress={() => chooseTheme(next[choice])}>
      <Icon size={17} aria-hidden />
    </IconButton>
  )
}
