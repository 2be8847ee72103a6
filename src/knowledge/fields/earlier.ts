/** Values of earlier releases, which are read as ever and offered to nobody: that a link is `community-led` says who holds it. */
export const EARLIER = ['community-led'] as const
