CREATE TABLE "term_change" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"verb" text NOT NULL,
	"code" text NOT NULL,
	"into" text NOT NULL,
	"rest" text,
	"decided_on" text NOT NULL,
	"changed_by" text NOT NULL,
	"at" text NOT NULL,
	"from_seq" integer NOT NULL,
	CONSTRAINT "term_change_kind" CHECK ("kind" in ('subcategory', 'topic', 'tag')),
	CONSTRAINT "term_change_verb" CHECK ("verb" in ('add', 'rename', 'merge', 'split'))
);
--> statement-breakpoint
CREATE TABLE "term_mapping" (
	"id" text PRIMARY KEY NOT NULL,
	"change_id" text NOT NULL,
	"need_id" text NOT NULL,
	"code" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "term_change" ADD CONSTRAINT "term_change_changed_by_account_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_mapping" ADD CONSTRAINT "term_mapping_change_id_term_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."term_change"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_mapping" ADD CONSTRAINT "term_mapping_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "term_change_seq" ON "term_change" USING btree ("from_seq");--> statement-breakpoint
CREATE UNIQUE INDEX "term_mapping_once" ON "term_mapping" USING btree ("change_id","need_id");--> statement-breakpoint
CREATE INDEX "term_mapping_need" ON "term_mapping" USING btree ("need_id");