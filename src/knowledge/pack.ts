/** Which other folders this one stands on, in the knowledge folder. */
export const PACKS = 'packs.yml'

/** A folder that another stands on: `pack` begins the ids of its records. */
export type Pack = { pack: string; folder: string; name: string; licence: string; attribution: string }
