/**
 * The standard variables of the Citation Style Language 1.0.2, as its data schema lists them:
 * https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
 */

export const CSL_TYPES = [
  ...['article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast'],
  ...['chapter', 'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary'],
  ...[
    'entry-encyclopedia',
    'event',
    'figure',
    'graphic',
    'hearing',
    'interview',
    'legal_case',
    'legislation',
  ],
  ...['manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet', 'paper-conference', 'patent'],
  ...['performance', 'periodical', 'personal_communication', 'post', 'post-weblog', 'regulation', 'report'],
  ...['review', 'review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty', 'webpage'],
] as const

/** What Zotero calls them in its own files, by its map to CSL: https://www.zotero.org/support/kb/item_types_and_fields */
export const ZOTERO_TYPES: Readonly<Record<string, (typeof CSL_TYPES)[number]>> = {
  artwork: 'graphic',
  audioRecording: 'song',
  blogPost: 'post-weblog',
  bookSection: 'chapter',
  case: 'legal_case',
  computerProgram: 'software',
  conferencePaper: 'paper-conference',
  dictionaryEntry: 'entry-dictionary',
  email: 'personal_communication',
  encyclopediaArticle: 'entry-encyclopedia',
  film: 'motion_picture',
  forumPost: 'post',
  instantMessage: 'personal_communication',
  journalArticle: 'article-journal',
  letter: 'personal_communication',
  magazineArticle: 'article-magazine',
  newspaperArticle: 'article-newspaper',
  podcast: 'broadcast',
  preprint: 'article',
  presentation: 'speech',
  radioBroadcast: 'broadcast',
  statute: 'legislation',
  tvBroadcast: 'broadcast',
  videoRecording: 'motion_picture',
}

export const CSL_NAMES = [
  ...['author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor'],
  ...[
    'curator',
    'director',
    'editor',
    'editor-translator',
    'editorial-director',
    'executive-producer',
    'guest',
  ],
  ...[
    'host',
    'illustrator',
    'interviewer',
    'narrator',
    'organizer',
    'original-author',
    'performer',
    'producer',
  ],
  ...['recipient', 'reviewed-author', 'script-writer', 'series-creator', 'translator'],
] as const

export const CSL_DATES = [
  ...['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted'],
] as const

/** Texts and numbers other than `id`, `type`, `title`, `publisher` and the like, which sources name themselves. */
export const CSL_TEXTS = [
  ...[
    'abstract',
    'annote',
    'archive',
    'archive-place',
    'archive_collection',
    'archive_location',
    'authority',
  ],
  ...[
    'call-number',
    'chapter-number',
    'citation-key',
    'citation-label',
    'citation-number',
    'collection-number',
  ],
  ...[
    'collection-title',
    'container-title-short',
    'dimensions',
    'division',
    'edition',
    'event',
    'event-place',
  ],
  ...['event-title', 'first-reference-note-number', 'genre', 'ISBN', 'ISSN', 'issue', 'journalAbbreviation'],
  ...['jurisdiction', 'keyword', 'language', 'locator', 'medium', 'note', 'number', 'number-of-pages'],
  ...[
    'number-of-volumes',
    'original-publisher',
    'original-publisher-place',
    'original-title',
    'page-first',
    'part',
  ],
  ...[
    'part-number',
    'part-title',
    'PMCID',
    'PMID',
    'printing',
    'publisher-place',
    'references',
    'reviewed-genre',
  ],
  ...[
    'reviewed-title',
    'scale',
    'section',
    'shortTitle',
    'source',
    'status',
    'supplement',
    'supplement-number',
  ],
  ...['title-short', 'version', 'volume', 'volume-title', 'volume-title-short', 'year-suffix'],
] as const
