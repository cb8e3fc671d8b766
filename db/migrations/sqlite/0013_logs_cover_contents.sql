CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`sound` integer NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`expected` text,
	`fault` text
);
--> statement-breakpoint
ALTER TABLE `change` ADD `contents` text;
--> statement-breakpoint
-- Versions, files and the vocabulary are append-only: a row ends once. The heads of the register move
-- only with the logs. What a change wrote is in its contents: on SQLite, temporary triggers of the
-- connection that writes collect it.
create trigger "organisation_no_update" before update of "id", "name", "name_folded", "created_by", "created_at", "from_seq" on "organisation" begin select raise(abort, 'organisation is append-only'); end;
--> statement-breakpoint
create trigger "organisation_ends_once" before update of "to_seq" on "organisation" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'organisation is append-only'); end;
--> statement-breakpoint
create trigger "organisation_no_delete" before delete on "organisation" begin select raise(abort, 'organisation is append-only'); end;
--> statement-breakpoint
create trigger "organisation_no_replace" before insert on "organisation" when exists (select 1 from "organisation" where "id" = new."id") begin select raise(abort, 'organisation is append-only'); end;
--> statement-breakpoint
create trigger "review_version_no_update" before update of "id", "review_id", "version", "region", "symbol", "completed_on", "published_on", "closed_at", "reason", "verb", "actor_id", "at", "from_seq" on "review_version" begin select raise(abort, 'review_version is append-only'); end;
--> statement-breakpoint
create trigger "review_version_ends_once" before update of "to_seq" on "review_version" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'review_version is append-only'); end;
--> statement-breakpoint
create trigger "review_version_no_delete" before delete on "review_version" begin select raise(abort, 'review_version is append-only'); end;
--> statement-breakpoint
create trigger "review_version_no_replace" before insert on "review_version" when exists (select 1 from "review_version" where "id" = new."id") or exists (select 1 from "review_version" where "review_id" = new."review_id" and "version" = new."version") begin select raise(abort, 'review_version is append-only'); end;
--> statement-breakpoint
create trigger "need_version_no_update" before update of "id", "need_id", "version", "verb", "status", "chapter", "general", "category", "subcategory", "topics", "types", "tags", "target_groups", "priority", "text", "language", "quote", "paragraph", "page", "provision", "reason", "reopened", "actor_id", "at", "from_seq", "counted_from_seq" on "need_version" begin select raise(abort, 'need_version is append-only'); end;
--> statement-breakpoint
create trigger "need_version_ends_once" before update of "to_seq" on "need_version" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'need_version is append-only'); end;
--> statement-breakpoint
create trigger "need_version_ends_once_counting" before update of "counted_to_seq" on "need_version" when old."counted_to_seq" is not null and new."counted_to_seq" is not old."counted_to_seq" begin select raise(abort, 'need_version is append-only'); end;
--> statement-breakpoint
create trigger "need_version_no_delete" before delete on "need_version" begin select raise(abort, 'need_version is append-only'); end;
--> statement-breakpoint
create trigger "need_version_no_replace" before insert on "need_version" when exists (select 1 from "need_version" where "id" = new."id") or exists (select 1 from "need_version" where "need_id" = new."need_id" and "version" = new."version") begin select raise(abort, 'need_version is append-only'); end;
--> statement-breakpoint
create trigger "subcategory_no_update" before update of "id", "code", "names", "position", "from_seq", "category" on "subcategory" begin select raise(abort, 'subcategory is append-only'); end;
--> statement-breakpoint
create trigger "subcategory_ends_once" before update of "to_seq" on "subcategory" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'subcategory is append-only'); end;
--> statement-breakpoint
create trigger "subcategory_no_delete" before delete on "subcategory" begin select raise(abort, 'subcategory is append-only'); end;
--> statement-breakpoint
create trigger "subcategory_no_replace" before insert on "subcategory" when exists (select 1 from "subcategory" where "id" = new."id") begin select raise(abort, 'subcategory is append-only'); end;
--> statement-breakpoint
create trigger "topic_no_update" before update of "id", "code", "names", "position", "from_seq" on "topic" begin select raise(abort, 'topic is append-only'); end;
--> statement-breakpoint
create trigger "topic_ends_once" before update of "to_seq" on "topic" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'topic is append-only'); end;
--> statement-breakpoint
create trigger "topic_no_delete" before delete on "topic" begin select raise(abort, 'topic is append-only'); end;
--> statement-breakpoint
create trigger "topic_no_replace" before insert on "topic" when exists (select 1 from "topic" where "id" = new."id") begin select raise(abort, 'topic is append-only'); end;
--> statement-breakpoint
create trigger "type_no_update" before update of "id", "code", "names", "position", "from_seq" on "type" begin select raise(abort, 'type is append-only'); end;
--> statement-breakpoint
create trigger "type_ends_once" before update of "to_seq" on "type" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'type is append-only'); end;
--> statement-breakpoint
create trigger "type_no_delete" before delete on "type" begin select raise(abort, 'type is append-only'); end;
--> statement-breakpoint
create trigger "type_no_replace" before insert on "type" when exists (select 1 from "type" where "id" = new."id") begin select raise(abort, 'type is append-only'); end;
--> statement-breakpoint
create trigger "tag_no_update" before update of "id", "code", "names", "position", "from_seq" on "tag" begin select raise(abort, 'tag is append-only'); end;
--> statement-breakpoint
create trigger "tag_ends_once" before update of "to_seq" on "tag" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'tag is append-only'); end;
--> statement-breakpoint
create trigger "tag_no_delete" before delete on "tag" begin select raise(abort, 'tag is append-only'); end;
--> statement-breakpoint
create trigger "tag_no_replace" before insert on "tag" when exists (select 1 from "tag" where "id" = new."id") begin select raise(abort, 'tag is append-only'); end;
--> statement-breakpoint
create trigger "term_change_no_update" before update of "id", "kind", "verb", "code", "into", "rest", "decided_on", "changed_by", "at", "from_seq" on "term_change" begin select raise(abort, 'term_change is append-only'); end;
--> statement-breakpoint
create trigger "term_change_no_delete" before delete on "term_change" begin select raise(abort, 'term_change is append-only'); end;
--> statement-breakpoint
create trigger "term_change_no_replace" before insert on "term_change" when exists (select 1 from "term_change" where "id" = new."id") begin select raise(abort, 'term_change is append-only'); end;
--> statement-breakpoint
create trigger "term_mapping_no_update" before update of "id", "change_id", "need_id", "code" on "term_mapping" begin select raise(abort, 'term_mapping is append-only'); end;
--> statement-breakpoint
create trigger "term_mapping_no_delete" before delete on "term_mapping" begin select raise(abort, 'term_mapping is append-only'); end;
--> statement-breakpoint
create trigger "term_mapping_no_replace" before insert on "term_mapping" when exists (select 1 from "term_mapping" where "id" = new."id") begin select raise(abort, 'term_mapping is append-only'); end;
--> statement-breakpoint
create trigger "article_answer_no_update" before update of "id", "review_id", "article", "answered_by", "at", "from_seq" on "article_answer" begin select raise(abort, 'article_answer is append-only'); end;
--> statement-breakpoint
create trigger "article_answer_ends_once" before update of "to_seq" on "article_answer" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'article_answer is append-only'); end;
--> statement-breakpoint
create trigger "article_answer_no_delete" before delete on "article_answer" begin select raise(abort, 'article_answer is append-only'); end;
--> statement-breakpoint
create trigger "article_answer_no_replace" before insert on "article_answer" when exists (select 1 from "article_answer" where "id" = new."id") begin select raise(abort, 'article_answer is append-only'); end;
--> statement-breakpoint
create trigger "handover_no_update" before update of "id", "state_id", "from_account_id", "to_account_id", "letter", "letter_id", "at" on "handover" begin select raise(abort, 'handover is append-only'); end;
--> statement-breakpoint
create trigger "handover_no_delete" before delete on "handover" begin select raise(abort, 'handover is append-only'); end;
--> statement-breakpoint
create trigger "handover_no_replace" before insert on "handover" when exists (select 1 from "handover" where "id" = new."id") begin select raise(abort, 'handover is append-only'); end;
--> statement-breakpoint
create trigger "attachment_no_update" before update of "id", "kind", "review_id", "name", "media_type", "size", "sha256", "pages", "unread", "attached_by", "attached_at", "from_seq" on "attachment" begin select raise(abort, 'attachment is append-only'); end;
--> statement-breakpoint
create trigger "attachment_ends_once" before update of "to_seq" on "attachment" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'attachment is append-only'); end;
--> statement-breakpoint
create trigger "attachment_no_delete" before delete on "attachment" begin select raise(abort, 'attachment is append-only'); end;
--> statement-breakpoint
create trigger "attachment_no_replace" before insert on "attachment" when exists (select 1 from "attachment" where "id" = new."id") begin select raise(abort, 'attachment is append-only'); end;
--> statement-breakpoint
create trigger "passage_no_update" before update of "attachment_id", "position", "page", "number", "text" on "passage" begin select raise(abort, 'passage is append-only'); end;
--> statement-breakpoint
create trigger "passage_no_delete" before delete on "passage" begin select raise(abort, 'passage is append-only'); end;
--> statement-breakpoint
create trigger "passage_no_replace" before insert on "passage" when exists (select 1 from "passage" where "attachment_id" = new."attachment_id" and "position" = new."position") begin select raise(abort, 'passage is append-only'); end;
--> statement-breakpoint
create trigger "bulk_need_no_update" before update of "bulk_id", "need_id", "version" on "bulk_need" begin select raise(abort, 'bulk_need is append-only'); end;
--> statement-breakpoint
create trigger "bulk_need_no_delete" before delete on "bulk_need" begin select raise(abort, 'bulk_need is append-only'); end;
--> statement-breakpoint
create trigger "bulk_need_no_replace" before insert on "bulk_need" when exists (select 1 from "bulk_need" where "bulk_id" = new."bulk_id" and "need_id" = new."need_id") begin select raise(abort, 'bulk_need is append-only'); end;
--> statement-breakpoint
create trigger "waiver_no_update" before update of "id", "review_id", "doubt", "subject", "reason", "waived_by", "at", "expires_on", "from_seq" on "waiver" begin select raise(abort, 'waiver is append-only'); end;
--> statement-breakpoint
create trigger "waiver_ends_once" before update of "to_seq" on "waiver" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'waiver is append-only'); end;
--> statement-breakpoint
create trigger "waiver_no_delete" before delete on "waiver" begin select raise(abort, 'waiver is append-only'); end;
--> statement-breakpoint
create trigger "waiver_no_replace" before insert on "waiver" when exists (select 1 from "waiver" where "id" = new."id") begin select raise(abort, 'waiver is append-only'); end;
--> statement-breakpoint
create trigger "coding_sample_no_update" before update of "id", "cycle", "chapter", "region", "drawn_from", "share", "seed", "revision", "coders", "population", "without_text", "size", "drawn_by", "at", "from_seq" on "coding_sample" begin select raise(abort, 'coding_sample is append-only'); end;
--> statement-breakpoint
create trigger "coding_sample_no_delete" before delete on "coding_sample" begin select raise(abort, 'coding_sample is append-only'); end;
--> statement-breakpoint
create trigger "coding_sample_no_replace" before insert on "coding_sample" when exists (select 1 from "coding_sample" where "id" = new."id") begin select raise(abort, 'coding_sample is append-only'); end;
--> statement-breakpoint
create trigger "sampled_need_no_update" before update of "id", "sample_id", "need_id", "version", "position" on "sampled_need" begin select raise(abort, 'sampled_need is append-only'); end;
--> statement-breakpoint
create trigger "sampled_need_no_delete" before delete on "sampled_need" begin select raise(abort, 'sampled_need is append-only'); end;
--> statement-breakpoint
create trigger "sampled_need_no_replace" before insert on "sampled_need" when exists (select 1 from "sampled_need" where "id" = new."id") begin select raise(abort, 'sampled_need is append-only'); end;
--> statement-breakpoint
create trigger "published_note_no_update" before update of "id", "title", "symbol", "cycle", "chapter", "cutoff", "previous_cutoff", "entered_by", "created_at", "from_seq" on "published_note" begin select raise(abort, 'published_note is append-only'); end;
--> statement-breakpoint
create trigger "published_note_ends_once" before update of "to_seq" on "published_note" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'published_note is append-only'); end;
--> statement-breakpoint
create trigger "published_note_no_delete" before delete on "published_note" begin select raise(abort, 'published_note is append-only'); end;
--> statement-breakpoint
create trigger "published_note_no_replace" before insert on "published_note" when exists (select 1 from "published_note" where "id" = new."id") begin select raise(abort, 'published_note is append-only'); end;
--> statement-breakpoint
create trigger "published_number_no_update" before update of "id", "note_id", "position", "code", "place", "what", "value", "unit", "comparison", "rule", "calc" on "published_number" begin select raise(abort, 'published_number is append-only'); end;
--> statement-breakpoint
create trigger "published_number_no_delete" before delete on "published_number" begin select raise(abort, 'published_number is append-only'); end;
--> statement-breakpoint
create trigger "published_number_no_replace" before insert on "published_number" when exists (select 1 from "published_number" where "id" = new."id") begin select raise(abort, 'published_number is append-only'); end;
--> statement-breakpoint
create trigger "assistance_version_no_update" before update of "id", "assistance_id", "version", "content", "verb", "reason", "actor_id", "at", "from_seq" on "assistance_version" begin select raise(abort, 'assistance_version is append-only'); end;
--> statement-breakpoint
create trigger "assistance_version_ends_once" before update of "to_seq" on "assistance_version" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'assistance_version is append-only'); end;
--> statement-breakpoint
create trigger "assistance_version_no_delete" before delete on "assistance_version" begin select raise(abort, 'assistance_version is append-only'); end;
--> statement-breakpoint
create trigger "assistance_version_no_replace" before insert on "assistance_version" when exists (select 1 from "assistance_version" where "id" = new."id") or exists (select 1 from "assistance_version" where "assistance_id" = new."assistance_id" and "version" = new."version") begin select raise(abort, 'assistance_version is append-only'); end;
--> statement-breakpoint
create trigger "hub_version_no_update" before update of "id", "hub_id", "version", "content", "verb", "reason", "actor_id", "at", "from_seq" on "hub_version" begin select raise(abort, 'hub_version is append-only'); end;
--> statement-breakpoint
create trigger "hub_version_ends_once" before update of "to_seq" on "hub_version" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'hub_version is append-only'); end;
--> statement-breakpoint
create trigger "hub_version_no_delete" before delete on "hub_version" begin select raise(abort, 'hub_version is append-only'); end;
--> statement-breakpoint
create trigger "hub_version_no_replace" before insert on "hub_version" when exists (select 1 from "hub_version" where "id" = new."id") or exists (select 1 from "hub_version" where "hub_id" = new."hub_id" and "version" = new."version") begin select raise(abort, 'hub_version is append-only'); end;
--> statement-breakpoint
create trigger "hub_state_no_update" before update of "hub_id", "state_code", "from_seq" on "hub_state" begin select raise(abort, 'hub_state is append-only'); end;
--> statement-breakpoint
create trigger "hub_state_ends_once" before update of "to_seq" on "hub_state" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'hub_state is append-only'); end;
--> statement-breakpoint
create trigger "hub_state_no_delete" before delete on "hub_state" begin select raise(abort, 'hub_state is append-only'); end;
--> statement-breakpoint
create trigger "hub_state_no_replace" before insert on "hub_state" when exists (select 1 from "hub_state" where "hub_id" = new."hub_id" and "state_code" = new."state_code" and "from_seq" = new."from_seq") begin select raise(abort, 'hub_state is append-only'); end;
--> statement-breakpoint
create trigger "match_step_no_update" before update of "id", "match_id", "number", "verb", "degree", "reason", "actor_id", "at", "seq" on "match_step" begin select raise(abort, 'match_step is append-only'); end;
--> statement-breakpoint
create trigger "match_step_no_delete" before delete on "match_step" begin select raise(abort, 'match_step is append-only'); end;
--> statement-breakpoint
create trigger "match_step_no_replace" before insert on "match_step" when exists (select 1 from "match_step" where "id" = new."id") begin select raise(abort, 'match_step is append-only'); end;
--> statement-breakpoint
create trigger "plan_need_no_update" before update of "id", "plan_id", "need_id", "added_by", "at", "from_seq" on "plan_need" begin select raise(abort, 'plan_need is append-only'); end;
--> statement-breakpoint
create trigger "plan_need_ends_once" before update of "to_seq" on "plan_need" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'plan_need is append-only'); end;
--> statement-breakpoint
create trigger "plan_need_no_delete" before delete on "plan_need" begin select raise(abort, 'plan_need is append-only'); end;
--> statement-breakpoint
create trigger "plan_need_no_replace" before insert on "plan_need" when exists (select 1 from "plan_need" where "id" = new."id") begin select raise(abort, 'plan_need is append-only'); end;
--> statement-breakpoint
create trigger "note_block_no_update" before update of "id", "note_id", "key", "version", "kind", "content", "changed_by", "changed_at", "from_seq" on "note_block" begin select raise(abort, 'note_block is append-only'); end;
--> statement-breakpoint
create trigger "note_block_ends_once" before update of "to_seq" on "note_block" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'note_block is append-only'); end;
--> statement-breakpoint
create trigger "note_block_no_delete" before delete on "note_block" begin select raise(abort, 'note_block is append-only'); end;
--> statement-breakpoint
create trigger "note_block_no_replace" before insert on "note_block" when exists (select 1 from "note_block" where "id" = new."id") or exists (select 1 from "note_block" where "note_id" = new."note_id" and "key" = new."key" and "version" = new."version") begin select raise(abort, 'note_block is append-only'); end;
--> statement-breakpoint
create trigger "leave_no_update" before update of "id", "account_id", "substitute_id", "from_on", "until_on", "from_seq" on "leave" begin select raise(abort, 'leave is append-only'); end;
--> statement-breakpoint
create trigger "leave_ends_once" before update of "to_seq" on "leave" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'leave is append-only'); end;
--> statement-breakpoint
create trigger "leave_no_delete" before delete on "leave" begin select raise(abort, 'leave is append-only'); end;
--> statement-breakpoint
create trigger "leave_no_replace" before insert on "leave" when exists (select 1 from "leave" where "id" = new."id") begin select raise(abort, 'leave is append-only'); end;
--> statement-breakpoint
create trigger "setting_no_update" before update of "id", "name", "value", "set_by", "at", "from_seq" on "setting" begin select raise(abort, 'setting is append-only'); end;
--> statement-breakpoint
create trigger "setting_ends_once" before update of "to_seq" on "setting" when old."to_seq" is not null and new."to_seq" is not old."to_seq" begin select raise(abort, 'setting is append-only'); end;
--> statement-breakpoint
create trigger "setting_no_delete" before delete on "setting" begin select raise(abort, 'setting is append-only'); end;
--> statement-breakpoint
create trigger "setting_no_replace" before insert on "setting" when exists (select 1 from "setting" where "id" = new."id") begin select raise(abort, 'setting is append-only'); end;
--> statement-breakpoint
create trigger "attachment_content_no_update" before update of "attachment_id", "content" on "attachment_content" begin select raise(abort, 'attachment_content is append-only'); end;
--> statement-breakpoint
create trigger "attachment_content_no_delete" before delete on "attachment_content" begin select raise(abort, 'attachment_content is append-only'); end;
--> statement-breakpoint
create trigger "attachment_content_no_replace" before insert on "attachment_content" when exists (select 1 from "attachment_content" where "attachment_id" = new."attachment_id") begin select raise(abort, 'attachment_content is append-only'); end;
--> statement-breakpoint
create trigger "register_moves_with_change" before update of "revision", "head_hash" on "register" when (new."revision" is not old."revision" or new."head_hash" is not old."head_hash") and (new."revision" <= old."revision" or not exists (select 1 from "change" where "seq" = new."revision" and "hash" = new."head_hash")) begin select raise(abort, 'register moves only with its logs'); end;
--> statement-breakpoint
create trigger "register_moves_with_event" before update of "event_seq", "event_hash" on "register" when (new."event_seq" is not old."event_seq" or new."event_hash" is not old."event_hash") and (new."event_seq" <= old."event_seq" or not exists (select 1 from "event" where "seq" = new."event_seq" and "hash" = new."event_hash")) begin select raise(abort, 'register moves only with its logs'); end;
--> statement-breakpoint
create trigger "register_no_delete" before delete on "register" begin select raise(abort, 'register is append-only'); end;
