import type { Standing } from '../../answer/table.ts'
import type { Theme } from '../drawing.ts'

export type Palette = {
  paper: string
  sea: string
  land: string
  /** Countries that hold a place of the map. */
  partner: string
  border: string
  coast: string
  text: string
  quiet: string
  /** The place or places the links start from. */
  home: string
  lines: Readonly<Record<Standing, string>>
}

/** Text on any of the grounds is 4.5:1 or better, lines and dots 3:1 or better (WCAG 2.2 AA): a test computes it. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#ffffff',
    sea: '#e4edf3',
    land: '#f8f6f0',
    partner: '#ece5d3',
    border: '#cdc6b6',
    coast: '#b3bfc7',
    text: '#16222e',
    quiet: '#4f5b66',
    home: '#16222e',
    lines: { active: '#0b5a8f', listed: '#1d6b57', ended: '#9a4a12', doubt: '#6b4a8c' },
  },
  dark: {
    paper: '#14191f',
    sea: '#18222c',
    land: '#2b343d',
    partner: '#3a444e',
    border: '#4c5762',
    coast: '#55626e',
    text: '#f2f5f8',
    quiet: '#c3ccd5',
    home: '#ffffff',
    lines: { active: '#7cc4f5', listed: '#7fd8bd', ended: '#f0a974', doubt: '#cfb2ee' },
  },
}

/** Line patterns by standing, in pixels of line and gap. */
export const dashes: Readonly<Record<Standing, string | undefined>> = {
  active: undefined,
  listed: '9 4 1.5 4',
  ended: '7 5',
  doubt: '1.5 4',
}
