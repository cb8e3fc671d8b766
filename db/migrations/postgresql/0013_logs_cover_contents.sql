CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"sound" boolean NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	"expected" text,
	"fault" text
);
--> statement-breakpoint
ALTER TABLE "change" ADD COLUMN "contents" text;
--> statement-breakpoint
-- Versions, files and the vocabulary are append-only: a row ends once. The heads of the register move
-- only with the logs. What a change wrote is in its contents, collected by triggers.
create trigger "organisation_append_only" before update of "id", "name", "name_folded", "created_by", "created_at", "from_seq" or delete or truncate on "organisation" for each statement execute function append_only();
--> statement-breakpoint
create trigger "organisation_ends_once" before update of "to_seq" on "organisation" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "review_version_append_only" before update of "id", "review_id", "version", "region", "symbol", "completed_on", "published_on", "closed_at", "reason", "verb", "actor_id", "at", "from_seq" or delete or truncate on "review_version" for each statement execute function append_only();
--> statement-breakpoint
create trigger "review_version_ends_once" before update of "to_seq" on "review_version" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "need_version_append_only" before update of "id", "need_id", "version", "verb", "status", "chapter", "general", "category", "subcategory", "topics", "types", "tags", "target_groups", "priority", "text", "language", "quote", "paragraph", "page", "provision", "reason", "reopened", "actor_id", "at", "from_seq", "counted_from_seq" or delete or truncate on "need_version" for each statement execute function append_only();
--> statement-breakpoint
create trigger "need_version_ends_once" before update of "to_seq", "counted_to_seq" on "need_version" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq") or (old."counted_to_seq" is not null and new."counted_to_seq" is distinct from old."counted_to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "subcategory_append_only" before update of "id", "code", "names", "position", "from_seq", "category" or delete or truncate on "subcategory" for each statement execute function append_only();
--> statement-breakpoint
create trigger "subcategory_ends_once" before update of "to_seq" on "subcategory" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "topic_append_only" before update of "id", "code", "names", "position", "from_seq" or delete or truncate on "topic" for each statement execute function append_only();
--> statement-breakpoint
create trigger "topic_ends_once" before update of "to_seq" on "topic" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "type_append_only" before update of "id", "code", "names", "position", "from_seq" or delete or truncate on "type" for each statement execute function append_only();
--> statement-breakpoint
create trigger "type_ends_once" before update of "to_seq" on "type" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "tag_append_only" before update of "id", "code", "names", "position", "from_seq" or delete or truncate on "tag" for each statement execute function append_only();
--> statement-breakpoint
create trigger "tag_ends_once" before update of "to_seq" on "tag" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "term_change_append_only" before update of "id", "kind", "verb", "code", "into", "rest", "decided_on", "changed_by", "at", "from_seq" or delete or truncate on "term_change" for each statement execute function append_only();
--> statement-breakpoint
create trigger "term_mapping_append_only" before update of "id", "change_id", "need_id", "code" or delete or truncate on "term_mapping" for each statement execute function append_only();
--> statement-breakpoint
create trigger "article_answer_append_only" before update of "id", "review_id", "article", "answered_by", "at", "from_seq" or delete or truncate on "article_answer" for each statement execute function append_only();
--> statement-breakpoint
create trigger "article_answer_ends_once" before update of "to_seq" on "article_answer" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "handover_append_only" before update of "id", "state_id", "from_account_id", "to_account_id", "letter", "letter_id", "at" or delete or truncate on "handover" for each statement execute function append_only();
--> statement-breakpoint
create trigger "attachment_append_only" before update of "id", "kind", "review_id", "name", "media_type", "size", "sha256", "pages", "unread", "attached_by", "attached_at", "from_seq" or delete or truncate on "attachment" for each statement execute function append_only();
--> statement-breakpoint
create trigger "attachment_ends_once" before update of "to_seq" on "attachment" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "passage_append_only" before update of "attachment_id", "position", "page", "number", "text" or delete or truncate on "passage" for each statement execute function append_only();
--> statement-breakpoint
create trigger "bulk_need_append_only" before update of "bulk_id", "need_id", "version" or delete or truncate on "bulk_need" for each statement execute function append_only();
--> statement-breakpoint
create trigger "waiver_append_only" before update of "id", "review_id", "doubt", "subject", "reason", "waived_by", "at", "expires_on", "from_seq" or delete or truncate on "waiver" for each statement execute function append_only();
--> statement-breakpoint
create trigger "waiver_ends_once" before update of "to_seq" on "waiver" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "coding_sample_append_only" before update of "id", "cycle", "chapter", "region", "drawn_from", "share", "seed", "revision", "coders", "population", "without_text", "size", "drawn_by", "at", "from_seq" or delete or truncate on "coding_sample" for each statement execute function append_only();
--> statement-breakpoint
create trigger "sampled_need_append_only" before update of "id", "sample_id", "need_id", "version", "position" or delete or truncate on "sampled_need" for each statement execute function append_only();
--> statement-breakpoint
create trigger "published_note_append_only" before update of "id", "title", "symbol", "cycle", "chapter", "cutoff", "previous_cutoff", "entered_by", "created_at", "from_seq" or delete or truncate on "published_note" for each statement execute function append_only();
--> statement-breakpoint
create trigger "published_note_ends_once" before update of "to_seq" on "published_note" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "published_number_append_only" before update of "id", "note_id", "position", "code", "place", "what", "value", "unit", "comparison", "rule", "calc" or delete or truncate on "published_number" for each statement execute function append_only();
--> statement-breakpoint
create trigger "assistance_version_append_only" before update of "id", "assistance_id", "version", "content", "verb", "reason", "actor_id", "at", "from_seq" or delete or truncate on "assistance_version" for each statement execute function append_only();
--> statement-breakpoint
create trigger "assistance_version_ends_once" before update of "to_seq" on "assistance_version" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "hub_version_append_only" before update of "id", "hub_id", "version", "content", "verb", "reason", "actor_id", "at", "from_seq" or delete or truncate on "hub_version" for each statement execute function append_only();
--> statement-breakpoint
create trigger "hub_version_ends_once" before update of "to_seq" on "hub_version" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "hub_state_append_only" before update of "hub_id", "state_code", "from_seq" or delete or truncate on "hub_state" for each statement execute function append_only();
--> statement-breakpoint
create trigger "hub_state_ends_once" before update of "to_seq" on "hub_state" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "match_step_append_only" before update of "id", "match_id", "number", "verb", "degree", "reason", "actor_id", "at", "seq" or delete or truncate on "match_step" for each statement execute function append_only();
--> statement-breakpoint
create trigger "plan_need_append_only" before update of "id", "plan_id", "need_id", "added_by", "at", "from_seq" or delete or truncate on "plan_need" for each statement execute function append_only();
--> statement-breakpoint
create trigger "plan_need_ends_once" before update of "to_seq" on "plan_need" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "note_block_append_only" before update of "id", "note_id", "key", "version", "kind", "content", "changed_by", "changed_at", "from_seq" or delete or truncate on "note_block" for each statement execute function append_only();
--> statement-breakpoint
create trigger "note_block_ends_once" before update of "to_seq" on "note_block" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "leave_append_only" before update of "id", "account_id", "substitute_id", "from_on", "until_on", "from_seq" or delete or truncate on "leave" for each statement execute function append_only();
--> statement-breakpoint
create trigger "leave_ends_once" before update of "to_seq" on "leave" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "setting_append_only" before update of "id", "name", "value", "set_by", "at", "from_seq" or delete or truncate on "setting" for each statement execute function append_only();
--> statement-breakpoint
create trigger "setting_ends_once" before update of "to_seq" on "setting" for each row when ((old."to_seq" is not null and new."to_seq" is distinct from old."to_seq")) execute function append_only();
--> statement-breakpoint
create trigger "attachment_content_append_only" before update of "attachment_id", "content" or delete or truncate on "attachment_content" for each statement execute function append_only();
--> statement-breakpoint
create function moves_with_logs() returns trigger language plpgsql as $$ begin
  if (new.revision <> old.revision or new.head_hash <> old.head_hash) and (new.revision <= old.revision or not exists (select 1 from change where seq = new.revision and hash = new.head_hash)) then raise exception 'register moves only with its logs'; end if;
  if (new.event_seq <> old.event_seq or new.event_hash <> old.event_hash) and (new.event_seq <= old.event_seq or not exists (select 1 from event where seq = new.event_seq and hash = new.event_hash)) then raise exception 'register moves only with its logs'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger "register_moves_with_logs" before update on "register" for each row execute function moves_with_logs();
--> statement-breakpoint
create trigger "register_append_only" before delete or truncate on "register" for each statement execute function append_only();
--> statement-breakpoint
-- What each transaction has written to the tables that the change log covers, until its end.
create unlogged table "written_row" ("n" bigint generated always as identity primary key, "xid" text not null default pg_current_xact_id()::text, "table_name" text not null, "row" text not null, "gone" boolean not null);
--> statement-breakpoint
create function record_inserted() returns trigger language plpgsql as $$ begin insert into written_row (table_name, row, gone) select tg_table_name, to_jsonb(n)::text, false from new_rows n; return null; end $$;
--> statement-breakpoint
create function record_updated() returns trigger language plpgsql as $$ begin insert into written_row (table_name, row, gone) select tg_table_name, to_jsonb(n)::text, false from new_rows n where not exists (select 1 from old_rows o where to_jsonb(o) - tg_argv = to_jsonb(n) - tg_argv); return null; end $$;
--> statement-breakpoint
create function record_deleted() returns trigger language plpgsql as $$ begin insert into written_row (table_name, row, gone) select tg_table_name, to_jsonb(o)::text, true from old_rows o; return null; end $$;
--> statement-breakpoint
create trigger "state_inserted" after insert on "state" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "state_updated" after update on "state" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "state_deleted" after delete on "state" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "organisation_inserted" after insert on "organisation" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "organisation_updated" after update on "organisation" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "organisation_deleted" after delete on "organisation" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "account_inserted" after insert on "account" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "account_updated" after update on "account" referencing old table as old_rows new table as new_rows for each statement execute function record_updated('locale');
--> statement-breakpoint
create trigger "account_deleted" after delete on "account" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "review_inserted" after insert on "review" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "review_updated" after update on "review" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "review_deleted" after delete on "review" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "review_version_inserted" after insert on "review_version" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "review_version_updated" after update on "review_version" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "review_version_deleted" after delete on "review_version" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "assignment_inserted" after insert on "assignment" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "assignment_updated" after update on "assignment" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "assignment_deleted" after delete on "assignment" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "need_inserted" after insert on "need" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "need_updated" after update on "need" referencing old table as old_rows new table as new_rows for each statement execute function record_updated('search_text', 'source_ref_folded');
--> statement-breakpoint
create trigger "need_deleted" after delete on "need" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "need_article_inserted" after insert on "need_article" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "need_article_updated" after update on "need_article" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "need_article_deleted" after delete on "need_article" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "need_version_inserted" after insert on "need_version" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "need_version_updated" after update on "need_version" referencing old table as old_rows new table as new_rows for each statement execute function record_updated('search_text');
--> statement-breakpoint
create trigger "need_version_deleted" after delete on "need_version" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "subcategory_inserted" after insert on "subcategory" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "subcategory_updated" after update on "subcategory" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "subcategory_deleted" after delete on "subcategory" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "topic_inserted" after insert on "topic" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "topic_updated" after update on "topic" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "topic_deleted" after delete on "topic" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "type_inserted" after insert on "type" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "type_updated" after update on "type" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "type_deleted" after delete on "type" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "tag_inserted" after insert on "tag" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "tag_updated" after update on "tag" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "tag_deleted" after delete on "tag" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "term_change_inserted" after insert on "term_change" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "term_change_updated" after update on "term_change" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "term_change_deleted" after delete on "term_change" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "term_mapping_inserted" after insert on "term_mapping" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "term_mapping_updated" after update on "term_mapping" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "term_mapping_deleted" after delete on "term_mapping" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "article_answer_inserted" after insert on "article_answer" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "article_answer_updated" after update on "article_answer" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "article_answer_deleted" after delete on "article_answer" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "declaration_inserted" after insert on "declaration" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "declaration_updated" after update on "declaration" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "declaration_deleted" after delete on "declaration" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "handover_inserted" after insert on "handover" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "handover_updated" after update on "handover" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "handover_deleted" after delete on "handover" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "attachment_inserted" after insert on "attachment" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "attachment_updated" after update on "attachment" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "attachment_deleted" after delete on "attachment" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "passage_inserted" after insert on "passage" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "passage_updated" after update on "passage" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "passage_deleted" after delete on "passage" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "comment_inserted" after insert on "comment" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "comment_updated" after update on "comment" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "comment_deleted" after delete on "comment" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "bulk_decision_inserted" after insert on "bulk_decision" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "bulk_decision_updated" after update on "bulk_decision" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "bulk_decision_deleted" after delete on "bulk_decision" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "bulk_need_inserted" after insert on "bulk_need" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "bulk_need_updated" after update on "bulk_need" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "bulk_need_deleted" after delete on "bulk_need" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "waiver_inserted" after insert on "waiver" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "waiver_updated" after update on "waiver" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "waiver_deleted" after delete on "waiver" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "coding_sample_inserted" after insert on "coding_sample" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "coding_sample_updated" after update on "coding_sample" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "coding_sample_deleted" after delete on "coding_sample" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "sampled_need_inserted" after insert on "sampled_need" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "sampled_need_updated" after update on "sampled_need" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "sampled_need_deleted" after delete on "sampled_need" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "second_coding_inserted" after insert on "second_coding" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "second_coding_updated" after update on "second_coding" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "second_coding_deleted" after delete on "second_coding" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "coding_settlement_inserted" after insert on "coding_settlement" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "coding_settlement_updated" after update on "coding_settlement" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "coding_settlement_deleted" after delete on "coding_settlement" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "guide_example_inserted" after insert on "guide_example" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "guide_example_updated" after update on "guide_example" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "guide_example_deleted" after delete on "guide_example" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "published_note_inserted" after insert on "published_note" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "published_note_updated" after update on "published_note" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "published_note_deleted" after delete on "published_note" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "published_number_inserted" after insert on "published_number" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "published_number_updated" after update on "published_number" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "published_number_deleted" after delete on "published_number" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "assistance_inserted" after insert on "assistance" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "assistance_updated" after update on "assistance" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "assistance_deleted" after delete on "assistance" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "assistance_version_inserted" after insert on "assistance_version" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "assistance_version_updated" after update on "assistance_version" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "assistance_version_deleted" after delete on "assistance_version" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "assistance_state_inserted" after insert on "assistance_state" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "assistance_state_updated" after update on "assistance_state" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "assistance_state_deleted" after delete on "assistance_state" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "assistance_about_inserted" after insert on "assistance_about" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "assistance_about_updated" after update on "assistance_about" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "assistance_about_deleted" after delete on "assistance_about" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "hub_inserted" after insert on "hub" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "hub_updated" after update on "hub" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "hub_deleted" after delete on "hub" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "hub_version_inserted" after insert on "hub_version" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "hub_version_updated" after update on "hub_version" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "hub_version_deleted" after delete on "hub_version" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "hub_state_inserted" after insert on "hub_state" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "hub_state_updated" after update on "hub_state" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "hub_state_deleted" after delete on "hub_state" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "match_inserted" after insert on "match" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "match_updated" after update on "match" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "match_deleted" after delete on "match" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "match_step_inserted" after insert on "match_step" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "match_step_updated" after update on "match_step" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "match_step_deleted" after delete on "match_step" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "plan_inserted" after insert on "plan" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "plan_updated" after update on "plan" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "plan_deleted" after delete on "plan" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "plan_need_inserted" after insert on "plan_need" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "plan_need_updated" after update on "plan_need" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "plan_need_deleted" after delete on "plan_need" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "note_inserted" after insert on "note" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "note_updated" after update on "note" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "note_deleted" after delete on "note" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "note_block_inserted" after insert on "note_block" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "note_block_updated" after update on "note_block" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "note_block_deleted" after delete on "note_block" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "note_comment_inserted" after insert on "note_comment" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "note_comment_updated" after update on "note_comment" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "note_comment_deleted" after delete on "note_comment" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "note_person_inserted" after insert on "note_person" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "note_person_updated" after update on "note_person" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "note_person_deleted" after delete on "note_person" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "leave_inserted" after insert on "leave" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "leave_updated" after update on "leave" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "leave_deleted" after delete on "leave" referencing old table as old_rows for each statement execute function record_deleted();
--> statement-breakpoint
create trigger "setting_inserted" after insert on "setting" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "setting_updated" after update on "setting" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "setting_deleted" after delete on "setting" referencing old table as old_rows for each statement execute function record_deleted();
