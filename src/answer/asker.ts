/** Who asks, and from where. Comes with every question; pure rooms get what they need of it as arguments. */
export type Asker = {
  platform: 'slack' | 'teams' | 'web' | 'terminal' | 'mcp'
  /** What one workspace typed never shows in another. */
  workspace: string
  /** The id of the channel or conversation; absent where there is none, such as in a home tab. */
  channel?: string
  user?: string
  /** Asked where nobody else reads: a direct message, a home tab. Its words are never kept. */
  private: boolean
  /** From another organisation than the workspace's own: reads, and changes nothing. */
  outside: boolean
  /** People of another organisation read the channel too; absent where the platform does not say. */
  shared?: boolean
}
