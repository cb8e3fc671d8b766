import type { FaultValues } from '#lib/files/tables/faults';

/**
 * What can be wrong with a file, and what is allowed instead. Keys that the schema of a need or
 * review also has are the same here. In English only: administrators import on the command line.
 */
export const faultTexts = {
  // The file as a whole.
  noFile: 'there is no such file',
  noPermission: 'the file may not be read by this account',
  notAFile:
    'is no regular file; an import reads its files twice, so a folder or a pipe will not do',
  emptyFile: 'the file is empty; allowed: a header line with the columns {allowed}',
  workbook: 'is a workbook or another archive, not CSV; save it as "CSV UTF-8"',
  utf32: 'is UTF-32; allowed: UTF-8, or UTF-16 with its byte order mark',
  utf16WithoutMark: 'holds zero bytes, as UTF-16 without a byte order mark does; save it as UTF-8',
  notUtf8:
    'the byte {byte} at offset {offset} is not UTF-8, so the encoding is another one (such as Windows-1252 or 1256) and cannot be known for certain; save the file as UTF-8',
  notUtf16:
    'the bytes at offset {offset} are not UTF-16, as which the file is marked; save it as UTF-8',
  changedMeanwhile: 'was changed while it was being imported; import it again',

  // Lines and cells.
  noKnownColumn:
    'no column of the header line is known; allowed: {allowed}, separated by comma, semicolon or tab',
  unknownColumn: '{value} is not a column of this file; allowed: {allowed}',
  repeatedColumn: 'the column appears twice; allowed: once',
  missingColumn: 'the column is missing; required: {allowed}',
  textNeedsLanguage: 'the column is missing; required where there is a column "text"',
  wrongCells: '{found} cells; required: {wanted}, as in the header line',
  cellError:
    'the formula of this cell failed ({value}); put its value there, or nothing, in place of the formula',
  formulaWithoutValue:
    'this cell holds a formula whose result is not stored; save the file in a spreadsheet program first',
  severalSheets: 'several sheets have these headings: {value}; say which one is meant',
  noSuchSheet: 'there is no sheet called “{value}”; the file has {found}',
  lineTooLong: 'is longer than {longest} characters; the rest of the file was not read',
  unclosedQuote:
    'the quotation mark that begins a cell here is never closed; the rest of the file was not read',
  afterQuote:
    'a quotation mark ends a cell here that began in line {began}, but more follows; allowed inside a quoted cell: quotation marks that are doubled',
  quoteInside:
    'a quotation mark inside a cell that does not begin with one; allowed: the whole cell in quotation marks, those inside doubled',
  emptyEntry:
    'an entry of the list is empty; allowed: entries separated by {separator}, none of them empty',
  twice: '{value} is given twice; allowed: once',
  unreadable:
    'contains a character that cannot be read ({value}); allowed: letters, digits, punctuation, spaces and line breaks',
  chooseRef: 'is empty; required: the number of the need in your own files',
  refTooLong: 'has {length} characters; allowed: {longest}',
  repeatedRef: '{value} stands in line {first} already; allowed: each ref once',
  alikeRefs:
    '{value} can be any of {found}, which the register has and which differ only in their spelling; allowed: a ref that stands for one need',
  refOfOtherReview:
    '{value} is a need of {review} in the register; allowed: the same State and cycle, or a new ref',

  // States and their reviews.
  unknownState:
    '{value} is not a State; allowed: the alpha-3 code of a State party, a placeholder such as AFR-01, or a State of the register',
  chooseState: 'is empty; required: the code of a State',
  chooseCycle: '{value} is not a review cycle; allowed: 1, 2',
  chooseRegion: '{value} is not a regional group; allowed: {allowed}',
  wrongRegion: '{value} is not the regional group of {state}; allowed: {allowed}',
  noReview:
    'there is no review of {state} in cycle {cycle}, neither in a states file nor in the register',
  repeatedReview:
    'the review of {state} in cycle {cycle} stands in line {first} already; allowed: each review once',
  noSuchDate: '{value} is not a date; allowed: YYYY-MM-DD, a day from 2000-01-01 to {today}',
  dateInFuture: '{value} lies in the future; allowed: until {today}',
  completedAfterPublished:
    '{value} is before {completed}, the date of completion; allowed: from that day on',
  publishedNeedsDate: '{value} is given, but completed_on is empty; allowed: both, or neither',
  publicationUnsaid:
    'the column is missing, and nothing is published unless it is said; add the column, or say --published completed (publishes every completed summary of the file) or --published none',
  publishedAlready:
    'is {value}, but the summary was published on {published}; allowed: a date until that day, or withdraw the summary first, on the page of its review',

  // Needs.
  unknownChapter: '{value} is not a chapter under review; allowed: {allowed}',
  chooseChapter: 'is empty; required: one of {allowed}',
  chapterOfOtherCycle: '{value} is not reviewed in cycle {cycle}; allowed: {allowed}',
  unknownArticle:
    '{value} is not an article under review; allowed: {allowed}, separated by {separator}, or general',
  chooseArticle:
    'is empty; required: articles of the chapter ({allowed}) separated by {separator}, or general',
  articlesOrChapter:
    'general stands for the chapter as a whole; allowed: either general or articles',
  articleOfOtherChapter: '{value} is of chapter {other}; allowed in chapter {chapter}: {allowed}',
  articlesOfSeveralChapters:
    '{value} are of chapters {other}; allowed: articles of one chapter, in chapter {chapter}: {allowed}',
  unknownCategory: '{value} is not a category; allowed: {allowed}',
  chooseCategory: 'is empty; required: one of {allowed}',
  unknownSubcategory: '{value} is not a subcategory; allowed: {allowed}',
  chooseSubcategory: 'is empty; required for {category}: one of {allowed}',
  subcategoryOfOtherCategory: '{value} is not a subcategory of {category}; allowed: {allowed}',
  unknownTopic: '{value} is not a topic; allowed: {allowed}',
  unknownType: '{value} is not a type of capacity-building; allowed: {allowed}',
  typesOfCapacityBuildingOnly:
    '{value} is given, but the category is {category}; allowed: types for capacity-building only',
  unknownTag: '{value} is not a cross-cutting issue; allowed: {allowed}',
  unknownTargetGroup: '{value} is not a target group; allowed: {allowed}',
  priorityNumber: '{value} is not a priority; allowed: a whole number from 1 to 999, or nothing',
  textTooLong: 'has {length} characters; allowed: {longest}',
  unknownLanguage: '{value} is not a language; allowed: {allowed}',
  chooseLanguage: 'is empty; required for a text: one of {allowed}',
} as const;

export type FaultKey = keyof typeof faultTexts;

/** Formats the sentence of a fault. */
export const faultText = (key: FaultKey, values: FaultValues = {}): string =>
  faultTexts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
