import type { Day, Finding, PartialDate, Status } from '../answer/answer.ts'
import type { Source } from '../reference/source.ts'
import type { Field } from '../search/text/text-index.ts'
import type { Check } from './checks.ts'
import type * as onLinks from './records-on-links.ts'
import type { Words } from './words.ts'

/** Who looked at the source, and when. `every`: after how many months to look again, where 12 is not right. */
export type Checked = { on: Day; by: string; every?: number; gone?: true }

export type Claim = {
  id: string
  title?: string
  says: string
  quote?: string
  source: string
  /** `none` where the source has no pages or paragraphs to point to. */
  at?: string
  citing?: string
  about: readonly string[]
  /** Words that it says the meaning of. */
  defines?: readonly string[]
  /** Place ids. */
  places: readonly string[]
  /** Ids of claims of other sources that say otherwise; each of the two names the other. */
  differs?: readonly string[]
  checked: Checked
  added: Day
}

/** One source's statement about one link. Two sources that disagree are two assertions. */
export type Assertion = onLinks.Holding & {
  id: string
  /** Place ids of the two ends. */
  place: string
  twin: string
  /** The source's own word: `twin`, `friendship`, `not stated`. */
  kind: string
  since?: PartialDate
  /** Absent where the source says who holds the link and nothing of its state. */
  status?: Status
  on?: PartialDate
  source: string
  at?: string
  quote?: string
  note?: string
  themes?: readonly string[]
  checked: Checked
  added: Day
}

export type ReportFinding = {
  id: string
  title: string
  also: readonly string[]
  says: string
  quote?: string
  source: string
  at?: string
  citing?: string
  places?: readonly string[]
  differs?: readonly string[]
  checked: Checked
  added: Day
}

export type Report = {
  /** A source id. */
  report: string
  /** A word that is a command of its own: `nesta` gives `/nesta`. */
  command?: string
  /** The command that it brings and does not get, for another folder's report has it. */
  taken?: string
  /** What people type for it: its command, or its id in small letters. */
  word: string
  title: string
  summary: string
  findings: readonly ReportFinding[]
}

/**
 * A place with an identity: a council area of the UK by its ONS code (`E08000035`), a town inside one and any place
 * elsewhere by its GeoNames id (`2935517`), or by an id of our own where neither is known (`x-kreis-unna`).
 */
export type Place = {
  id: string
  name: string
  /** ISO 3166-1 alpha-2. */
  country: string
  also: readonly string[]
  /** Parts inside it that people type and that have no record: Pudsey for Leeds. They are not the same place. */
  contains: readonly string[]
  /** Area ids. */
  nation?: string
  region?: string
  authority?: string
  /** Ids of what it lies in, nearest first: the council area of a town, and the place that took a council in. */
  within: readonly string[]
  /** GeoNames id of the town that bears its name and is no place here. */
  town?: string
  lat: number
  lon: number
  population?: number
  /** A council that was abolished, and the place that took it in. */
  until?: Day
  into?: string
}

/** An area that has no links of its own: of the UK by ONS code where it has one, or a region abroad. */
export type Area = {
  id: string
  kind: 'nation' | 'region' | 'combined authority' | 'county' | 'informal region' | 'region abroad'
  name: string
  /** Of a region abroad: ISO 3166-1 alpha-2. */
  country?: string
  also: readonly string[]
  /** Ids of what lies in a county, an informal region or one abroad, recorded or not; places say themselves which other areas they are in. */
  members: readonly string[]
}

/** A council area, held or not, with its names in the list of places that exist, and the counties it lies in. */
export type CouncilArea = { id: string; names: readonly string[]; counties: readonly string[] }

/** What people type and what is no name of a place: `Brum`. `means` are names or ids, recorded or only known to exist. */
export type InformalName = {
  names: readonly string[]
  means: readonly string[]
  is: 'name' | 'university'
}

/** A place that exists, whether or not we hold anything on it. */
export type KnownPlace = {
  /** GeoNames id; the ISO 3166-2 code of a council area, or `x-…` of an older county. */
  id: string
  name: string
  country: string
  /** Tells namesakes apart: `Wiltshire`, `Alabama`. */
  admin?: string
  population: number
  also: readonly string[]
}

/**
 * A link that a public list names and that nobody here has read of. No finding, cited by nothing, on no map.
 */
export type Lead = {
  /** Of a UK place: as in `Place.id`, recorded or not. */
  place: string
  name: string
  /** Id of the partner, where it is known; its name as the list or our places have it. */
  twin?: string
  partner: string
  country?: string
  since?: PartialDate
  /** The list says that it ended then. */
  until?: PartialDate
  seen: Day
  /** The day on which the list, read anew, did not name it any more; in a file of an earlier release `seen` is before the newest. */
  left?: Day
  /** What the list is called: `Wikidata`. */
  list: string
  /** Where the list says it read it. */
  url?: string
}

/** What a finding says beside its quotation and its citation, which are the same for every kind. */
export type FindingParts = Omit<Finding, 'id' | 'kind' | 'quote' | 'secondHand' | 'marks' | 'cite'>

/**
 * Anything that a source is cited for, whatever its kind: all that it takes to check, find, show, cite and tell it. What
 * stands below this type knows no kinds.
 */
export type Statement = {
  /** The name its findings carry: `claim`, `twinning`, `report`. */
  kind: string
  /** Unique in the folder. */
  id: string
  source: string
  citing?: string
  at?: string
  quote?: string
  checked: Checked
  added: Day
  /** Our words, as somebody wrote them; not where a finding puts its sentence together from fields. */
  says?: string
  /** Ids of the places it is about. */
  places: readonly string[]
  /** What it is about, as people would ask for it: found by, completed and offered. */
  topics: readonly string[]
  /** Words that it says the meaning of. */
  defines?: readonly string[] | undefined
  /** Ids of statements of other sources that say otherwise. */
  differs?: readonly string[]
  /** The link it is about, by both its ends: statements about one link are told together. */
  link?: string
  finding: FindingParts
  /** By what words it is found, beside `says`, its quotation, topics, places and source. */
  words: readonly Field[]
  /** The last day on which it is shown; found by no words, and in no digest. */
  until?: Day
  /** Whether its source’s author finds it where that is a body; one who is a person does always. */
  foundByBodies: boolean
  /** Fingerprint of what it says: another one whenever the record says something else. A new check of the same words is no change. */
  mark: string
}

/** What the files of a kind give: statements, and what answers need besides, or in a shape of its own. */
export type Records = Words & {
  statements: readonly Statement[]
  sources: readonly Source[]
  places: readonly Place[]
  areas: readonly Area[]
  councils: readonly CouncilArea[]
  informal: readonly InformalName[]
  claims: readonly Claim[]
  assertions: readonly Assertion[]
  looked: readonly onLinks.Looked[]
  reports: readonly Report[]
  decisions: readonly onLinks.Decision[]
  costs: readonly onLinks.Cost[]
  agreements: readonly onLinks.Agreement[]
  successors: readonly onLinks.Succession[]
  notices: readonly onLinks.Notice[]
}

/** A clean folder. Every id below is known to exist. */
export type Knowledge = Omit<Records, 'statements' | 'sources' | 'places' | 'areas'> & {
  /** By id, in the order of kinds and files. */
  statements: ReadonlyMap<string, Statement>
  sources: ReadonlyMap<string, Source>
  places: ReadonlyMap<string, Place>
  areas: ReadonlyMap<string, Area>
  exists: readonly KnownPlace[]
  leads: readonly Lead[]
  /** What the last comparison of a record's quotation with its source found, by the record's id. */
  checks: ReadonlyMap<string, Check>
  /** The other folders that this one stands on. */
  packs: readonly PackHeld[]
}

/** Whose folder it is, and under what terms it is shown; `trouble` is a sentence that says why it is left out. */
export type PackHeld = Readonly<Record<'pack' | 'folder' | 'name' | 'licence' | 'attribution', string>> &
  ({ statements: number; trouble?: never } | { trouble: string; statements?: never })
