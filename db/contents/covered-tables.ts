import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import * as register from '#db/schema';
import * as assistance from '#db/schema/assistance';
import * as attachments from '#db/schema/attachments';
import * as coding from '#db/schema/coding';
import * as comments from '#db/schema/comments';
import * as dataEntry from '#db/schema/data-entry';
import * as decisions from '#db/schema/decisions';
import * as matches from '#db/schema/matches';
import * as notes from '#db/schema/notes';
import * as published from '#db/schema/published';
import * as reviewers from '#db/schema/reviewers';
import * as settings from '#db/schema/settings';
import * as terms from '#db/schema/terms';
import * as translations from '#db/schema/translations';

/**
 * A table whose rows the change log covers: each row has a digest in the change that wrote it last.
 * `key` names the columns of its primary key.
 */
export type CoveredTable = Readonly<{
  name: string;
  table: PgTable;
  key: readonly string[];
  /** The covered columns, by their names in the database. */
  columns: readonly string[];
}>;

/** Columns that are derived from others, or that a person changes without a change of the register. */
const uncoveredColumns: Readonly<Record<string, readonly string[]>> = {
  need: ['search_text', 'source_ref_folded'],
  need_version: ['search_text'],
  account: ['locale'],
};

function covered(table: PgTable, key: readonly string[] = ['id']): CoveredTable {
  const name = getTableName(table);
  const columns = Object.values(getTableColumns(table))
    .map((column) => column.name)
    .filter((column) => !uncoveredColumns[name]?.includes(column));
  return { name, table, key, columns };
}

/** Every table with register data, in the order in which they are verified. */
export const coveredTables: readonly CoveredTable[] = [
  covered(register.state),
  covered(register.organisation),
  covered(register.account),
  covered(register.review),
  covered(register.reviewVersion),
  covered(register.assignment),
  covered(register.need),
  covered(register.needArticle, ['need_id', 'article']),
  covered(register.needVersion),
  covered(translations.needTranslation),
  covered(register.subcategory),
  covered(register.topic),
  covered(register.type),
  covered(register.tag),
  covered(terms.termChange),
  covered(terms.termMapping),
  covered(dataEntry.articleAnswer),
  covered(dataEntry.declaration),
  covered(dataEntry.handover),
  covered(attachments.attachment),
  covered(attachments.passage, ['attachment_id', 'position']),
  covered(comments.comment),
  covered(decisions.bulkDecision),
  covered(decisions.bulkNeed, ['bulk_id', 'need_id']),
  covered(decisions.waiver),
  covered(coding.codingSample),
  covered(coding.sampledNeed),
  covered(coding.secondCoding),
  covered(coding.codingSettlement),
  covered(coding.guideExample),
  covered(published.publishedNote),
  covered(published.publishedNumber),
  covered(assistance.assistance),
  covered(assistance.assistanceVersion),
  covered(assistance.assistanceState, ['assistance_id', 'state_code', 'role']),
  covered(assistance.assistanceAbout, ['assistance_id', 'about', 'code']),
  covered(assistance.hub),
  covered(assistance.hubVersion),
  covered(assistance.hubState, ['hub_id', 'state_code', 'from_seq']),
  covered(matches.match),
  covered(matches.matchStep),
  covered(matches.plan),
  covered(matches.planNeed),
  covered(notes.note),
  covered(notes.noteBlock),
  covered(notes.noteComment),
  covered(notes.notePerson),
  covered(reviewers.leave),
  covered(settings.setting),
];

/** The tables that the change log does not cover, each with the reason. */
export const uncoveredTables: Readonly<Record<string, string>> = {
  register: 'the heads of the logs, which triggers and the verification check',
  change: 'the log itself',
  event: 'a log with a chain of its own',
  migration: 'the hashes of the migrations, which each start checks',
  session: 'who is signed in now',
  credential: 'second factors, which the log names when they change',
  invitation: 'links that are used once',
  attempt: 'counts of attempts to sign in',
  api_token: 'tokens of programs, which end and expire like sessions',
  api_write: 'answers to writes of programs, for a day',
  autosave: 'what was typed and not saved',
  import_preview: 'an import before its confirmation',
  assistance_preview: 'an import before its confirmation',
  translation_preview: 'an import before its confirmation',
  outbox: 'mail',
  look: 'what a reviewer has looked at',
  counter: 'the last number given to an activity',
  attachment_content: 'files, checked by the SHA-256 of their covered row in attachment',
  note_accepted: 'what an editor has accepted in a draft',
  note_content: 'finished editions, checked by the checksum of their covered row in note',
  note_file: 'documents, checked by their own SHA-256',
  note_job: 'jobs that make documents',
  folded_text: 'how far the folded texts have been rebuilt',
  verification: 'the results of verifications',
};
