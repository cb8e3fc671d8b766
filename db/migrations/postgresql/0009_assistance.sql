CREATE TABLE "organisation" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_folded" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer
);
--> statement-breakpoint
CREATE TABLE "assistance" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"organisation_id" text,
	"theme" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"from_on" text,
	"until_on" text,
	"search_text" text NOT NULL,
	"source_ref" text,
	"version" integer NOT NULL,
	"created_by" text NOT NULL,
	"changed_by" text NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	CONSTRAINT "assistance_theme_known" CHECK ("theme" in ('hubs-and-platforms', 'laws-policies-institutions', 'public-procurement', 'private-sector', 'international-investment', 'judicial-integrity', 'education-and-youth', 'health', 'whistle-blowers', 'environment', 'sport', 'audit-institutions', 'conflict-situations')),
	CONSTRAINT "assistance_kind_known" CHECK ("kind" in ('legislative-advice', 'institutional-advice', 'advice', 'policy', 'training', 'tool', 'knowledge-product', 'platform', 'hub', 'event', 'network', 'awareness', 'education', 'partnership', 'mainstreaming')),
	CONSTRAINT "assistance_status_known" CHECK ("status" in ('planned', 'under-way', 'completed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "assistance_about" (
	"assistance_id" text NOT NULL,
	"about" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "assistance_about_assistance_id_about_code_pk" PRIMARY KEY("assistance_id","about","code"),
	CONSTRAINT "assistance_about_known" CHECK ("about" in ('region', 'article', 'category', 'topic'))
);
--> statement-breakpoint
CREATE TABLE "assistance_preview" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"rows" text NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assistance_state" (
	"assistance_id" text NOT NULL,
	"state_code" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "assistance_state_assistance_id_state_code_role_pk" PRIMARY KEY("assistance_id","state_code","role"),
	CONSTRAINT "assistance_state_role" CHECK ("role" in ('recipient', 'host'))
);
--> statement-breakpoint
CREATE TABLE "assistance_version" (
	"id" text PRIMARY KEY NOT NULL,
	"assistance_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"verb" text NOT NULL,
	"reason" text,
	"actor_id" text NOT NULL,
	"at" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer,
	CONSTRAINT "assistance_version_verb" CHECK ("verb" in ('enter', 'import', 'change', 'cancel'))
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"name" text PRIMARY KEY NOT NULL,
	"numbered" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_folded" text NOT NULL,
	"parent_id" text,
	"version" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	CONSTRAINT "hub_kind_known" CHECK ("kind" in ('hub', 'platform'))
);
--> statement-breakpoint
CREATE TABLE "hub_state" (
	"hub_id" text NOT NULL,
	"state_code" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer,
	CONSTRAINT "hub_state_hub_id_state_code_from_seq_pk" PRIMARY KEY("hub_id","state_code","from_seq")
);
--> statement-breakpoint
CREATE TABLE "hub_version" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"verb" text NOT NULL,
	"reason" text,
	"actor_id" text NOT NULL,
	"at" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer,
	CONSTRAINT "hub_version_verb" CHECK ("verb" in ('enter', 'change'))
);
--> statement-breakpoint
CREATE TABLE "match" (
	"id" text PRIMARY KEY NOT NULL,
	"assistance_id" text NOT NULL,
	"need_id" text NOT NULL,
	"degree" text NOT NULL,
	"state" text NOT NULL,
	"confirmation" text NOT NULL,
	"proposed_by_kind" text NOT NULL,
	"proposed_by" text NOT NULL,
	"grounds" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	CONSTRAINT "match_degree" CHECK ("degree" in ('partly', 'fully')),
	CONSTRAINT "match_state_known" CHECK ("state" in ('proposed', 'accepted', 'rejected', 'withdrawn')),
	CONSTRAINT "match_confirmation" CHECK ("confirmation" in ('none', 'confirmed', 'disputed')),
	CONSTRAINT "match_proposer" CHECK ("proposed_by_kind" in ('register', 'provider', 'manager', 'focal-point', 'adviser'))
);
--> statement-breakpoint
CREATE TABLE "match_step" (
	"id" text PRIMARY KEY NOT NULL,
	"match_id" text NOT NULL,
	"number" integer NOT NULL,
	"verb" text NOT NULL,
	"degree" text NOT NULL,
	"reason" text,
	"actor_id" text NOT NULL,
	"at" text NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "match_step_verb" CHECK ("verb" in ('propose', 'accept', 'reject', 'dispute', 'answer', 'confirm', 'withdraw', 'reopen')),
	CONSTRAINT "match_step_degree" CHECK ("degree" in ('partly', 'fully'))
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"assistance_id" text,
	"version" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_need" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"need_id" text NOT NULL,
	"added_by" text NOT NULL,
	"at" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer
);
--> statement-breakpoint
ALTER TABLE "account" DROP CONSTRAINT "account_role";--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "organisation_id" text;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "assistance" ADD CONSTRAINT "assistance_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistance" ADD CONSTRAINT "assistance_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistance" ADD CONSTRAINT "assistance_changed_by_account_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistance_about" ADD CONSTRAINT "assistance_about_assistance_id_assistance_id_fk" FOREIGN KEY ("assistance_id") REFERENCES "public"."assistance"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistance_preview" ADD CONSTRAINT "assistance_preview_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistance_state" ADD CONSTRAINT "assistance_state_assistance_id_assistance_id_fk" FOREIGN KEY ("assistance_id") REFERENCES "public"."assistance"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistance_version" ADD CONSTRAINT "assistance_version_assistance_id_assistance_id_fk" FOREIGN KEY ("assistance_id") REFERENCES "public"."assistance"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistance_version" ADD CONSTRAINT "assistance_version_actor_id_account_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_state" ADD CONSTRAINT "hub_state_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_version" ADD CONSTRAINT "hub_version_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_version" ADD CONSTRAINT "hub_version_actor_id_account_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_assistance_id_assistance_id_fk" FOREIGN KEY ("assistance_id") REFERENCES "public"."assistance"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_proposed_by_account_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_step" ADD CONSTRAINT "match_step_match_id_match_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."match"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_step" ADD CONSTRAINT "match_step_actor_id_account_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_assistance_id_assistance_id_fk" FOREIGN KEY ("assistance_id") REFERENCES "public"."assistance"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_need" ADD CONSTRAINT "plan_need_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_need" ADD CONSTRAINT "plan_need_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_need" ADD CONSTRAINT "plan_need_added_by_account_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_name" ON "organisation" USING btree ("name_folded");--> statement-breakpoint
CREATE UNIQUE INDEX "assistance_reference" ON "assistance" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "assistance_source_ref" ON "assistance" USING btree ("source_ref");--> statement-breakpoint
CREATE INDEX "assistance_organisation" ON "assistance" USING btree ("organisation_id","reference");--> statement-breakpoint
CREATE INDEX "assistance_theme" ON "assistance" USING btree ("theme","reference");--> statement-breakpoint
CREATE INDEX "assistance_status" ON "assistance" USING btree ("status","reference");--> statement-breakpoint
CREATE INDEX "assistance_about_code" ON "assistance_about" USING btree ("about","code");--> statement-breakpoint
CREATE INDEX "assistance_preview_account" ON "assistance_preview" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "assistance_state_code" ON "assistance_state" USING btree ("state_code");--> statement-breakpoint
CREATE UNIQUE INDEX "assistance_version_number" ON "assistance_version" USING btree ("assistance_id","version");--> statement-breakpoint
CREATE INDEX "assistance_version_standing" ON "assistance_version" USING btree ("to_seq","assistance_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hub_name" ON "hub" USING btree ("name_folded");--> statement-breakpoint
CREATE INDEX "hub_state_code" ON "hub_state" USING btree ("state_code","to_seq");--> statement-breakpoint
CREATE UNIQUE INDEX "hub_version_number" ON "hub_version" USING btree ("hub_id","version");--> statement-breakpoint
CREATE INDEX "hub_version_standing" ON "hub_version" USING btree ("to_seq","hub_id");--> statement-breakpoint
CREATE UNIQUE INDEX "match_open" ON "match" USING btree ("assistance_id","need_id") WHERE "state" in ('proposed', 'accepted');--> statement-breakpoint
CREATE INDEX "match_need" ON "match" USING btree ("need_id","state");--> statement-breakpoint
CREATE INDEX "match_assistance" ON "match" USING btree ("assistance_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "match_step_number" ON "match_step" USING btree ("match_id","number");--> statement-breakpoint
CREATE INDEX "match_step_seq" ON "match_step" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "plan_created" ON "plan" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_need_standing" ON "plan_need" USING btree ("plan_id","need_id") WHERE "to_seq" is null;--> statement-breakpoint
CREATE INDEX "plan_need_need" ON "plan_need" USING btree ("need_id","to_seq");--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_region_known" CHECK ("region" in ('AFR', 'APG', 'EEG', 'GRULAC', 'WEOG'));--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_organisation" CHECK (("role" = 'provider') = ("organisation_id" is not null));--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_region" CHECK (("role" = 'adviser') = ("region" is not null));--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_role" CHECK ("role" in ('focal-point', 'reviewer', 'manager', 'administrator', 'contributor', 'provider', 'adviser', 'system'));