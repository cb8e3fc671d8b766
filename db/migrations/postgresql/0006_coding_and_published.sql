CREATE TABLE "coding_sample" (
	"id" text PRIMARY KEY NOT NULL,
	"cycle" integer NOT NULL,
	"chapter" text,
	"region" text,
	"drawn_from" text NOT NULL,
	"share" integer NOT NULL,
	"seed" text NOT NULL,
	"revision" integer NOT NULL,
	"coders" integer NOT NULL,
	"population" integer NOT NULL,
	"without_text" integer NOT NULL,
	"size" integer NOT NULL,
	"drawn_by" text NOT NULL,
	"at" text NOT NULL,
	"from_seq" integer NOT NULL,
	CONSTRAINT "coding_sample_cycle" CHECK ("cycle" in (1, 2)),
	CONSTRAINT "coding_sample_chapter" CHECK ("chapter" in ('II', 'III', 'IV', 'V')),
	CONSTRAINT "coding_sample_region" CHECK ("region" in ('AFR', 'APG', 'EEG', 'GRULAC', 'WEOG')),
	CONSTRAINT "coding_sample_drawn_from" CHECK ("drawn_from" in ('approved', 'submitted'))
);
--> statement-breakpoint
CREATE TABLE "coding_settlement" (
	"id" text PRIMARY KEY NOT NULL,
	"sampled_need_id" text NOT NULL,
	"outcome" text NOT NULL,
	"articles" text NOT NULL,
	"general" boolean NOT NULL,
	"category" text NOT NULL,
	"subcategory" text,
	"tags" text NOT NULL,
	"reason" text NOT NULL,
	"settled_by" text NOT NULL,
	"at" text NOT NULL,
	"from_seq" integer NOT NULL,
	CONSTRAINT "coding_settlement_outcome" CHECK ("outcome" in ('first', 'second', 'other')),
	CONSTRAINT "coding_settlement_category" CHECK ("category" in ('capacity-building', 'institution-building', 'legislative-assistance', 'research-and-data', 'policymaking', 'international-cooperation', 'other'))
);
--> statement-breakpoint
CREATE TABLE "guide_example" (
	"id" text PRIMARY KEY NOT NULL,
	"settlement_id" text NOT NULL,
	"category" text NOT NULL,
	"subcategory" text,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"added_by" text NOT NULL,
	"at" text NOT NULL,
	"removed_by" text,
	"removed_at" text,
	"from_seq" integer NOT NULL,
	"to_seq" integer,
	CONSTRAINT "guide_example_category" CHECK ("category" in ('capacity-building', 'institution-building', 'legislative-assistance', 'research-and-data', 'policymaking', 'international-cooperation', 'other')),
	CONSTRAINT "guide_example_language" CHECK ("language" in ('ar', 'en', 'es', 'fr', 'ru', 'zh'))
);
--> statement-breakpoint
CREATE TABLE "sampled_need" (
	"id" text PRIMARY KEY NOT NULL,
	"sample_id" text NOT NULL,
	"need_id" text NOT NULL,
	"version" integer NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "second_coding" (
	"id" text PRIMARY KEY NOT NULL,
	"sampled_need_id" text NOT NULL,
	"place" integer NOT NULL,
	"account_id" text,
	"articles" text,
	"general" boolean,
	"category" text,
	"subcategory" text,
	"tags" text,
	"coded_at" text,
	"from_seq" integer,
	CONSTRAINT "second_coding_category" CHECK ("category" in ('capacity-building', 'institution-building', 'legislative-assistance', 'research-and-data', 'policymaking', 'international-cooperation', 'other'))
);
--> statement-breakpoint
CREATE TABLE "published_note" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"symbol" text,
	"cycle" integer NOT NULL,
	"chapter" text NOT NULL,
	"cutoff" text NOT NULL,
	"previous_cutoff" text,
	"entered_by" text NOT NULL,
	"created_at" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer,
	CONSTRAINT "published_note_cycle" CHECK ("cycle" in (1, 2)),
	CONSTRAINT "published_note_chapter" CHECK ("chapter" in ('II', 'III', 'IV', 'V'))
);
--> statement-breakpoint
CREATE TABLE "published_number" (
	"id" text PRIMARY KEY NOT NULL,
	"note_id" text NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"place" text NOT NULL,
	"what" text NOT NULL,
	"value" integer NOT NULL,
	"unit" text NOT NULL,
	"comparison" text NOT NULL,
	"rule" text,
	"calc" text NOT NULL,
	CONSTRAINT "published_number_unit" CHECK ("unit" in ('count', 'percent')),
	CONSTRAINT "published_number_comparison" CHECK ("comparison" in ('eq', 'gt')),
	CONSTRAINT "published_number_rule" CHECK ("rule" in ('R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'))
);
--> statement-breakpoint
ALTER TABLE "coding_sample" ADD CONSTRAINT "coding_sample_drawn_by_account_id_fk" FOREIGN KEY ("drawn_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding_settlement" ADD CONSTRAINT "coding_settlement_sampled_need_id_sampled_need_id_fk" FOREIGN KEY ("sampled_need_id") REFERENCES "public"."sampled_need"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coding_settlement" ADD CONSTRAINT "coding_settlement_settled_by_account_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_example" ADD CONSTRAINT "guide_example_settlement_id_coding_settlement_id_fk" FOREIGN KEY ("settlement_id") REFERENCES "public"."coding_settlement"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_example" ADD CONSTRAINT "guide_example_added_by_account_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_example" ADD CONSTRAINT "guide_example_removed_by_account_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sampled_need" ADD CONSTRAINT "sampled_need_sample_id_coding_sample_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."coding_sample"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sampled_need" ADD CONSTRAINT "sampled_need_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_coding" ADD CONSTRAINT "second_coding_sampled_need_id_sampled_need_id_fk" FOREIGN KEY ("sampled_need_id") REFERENCES "public"."sampled_need"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_coding" ADD CONSTRAINT "second_coding_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_note" ADD CONSTRAINT "published_note_entered_by_account_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_number" ADD CONSTRAINT "published_number_note_id_published_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."published_note"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coding_sample_at" ON "coding_sample" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "coding_settlement_once" ON "coding_settlement" USING btree ("sampled_need_id");--> statement-breakpoint
CREATE INDEX "guide_example_settlement" ON "guide_example" USING btree ("settlement_id");--> statement-breakpoint
CREATE INDEX "guide_example_shown" ON "guide_example" USING btree ("to_seq");--> statement-breakpoint
CREATE UNIQUE INDEX "sampled_need_once" ON "sampled_need" USING btree ("sample_id","need_id");--> statement-breakpoint
CREATE INDEX "sampled_need_need" ON "sampled_need" USING btree ("need_id");--> statement-breakpoint
CREATE UNIQUE INDEX "second_coding_place" ON "second_coding" USING btree ("sampled_need_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "second_coding_person" ON "second_coding" USING btree ("sampled_need_id","account_id");--> statement-breakpoint
CREATE INDEX "second_coding_account" ON "second_coding" USING btree ("account_id","coded_at");--> statement-breakpoint
CREATE INDEX "published_note_standing" ON "published_note" USING btree ("to_seq","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "published_number_position" ON "published_number" USING btree ("note_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "published_number_code" ON "published_number" USING btree ("note_id","code");