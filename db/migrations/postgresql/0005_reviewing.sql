CREATE TABLE "comment" (
	"id" text PRIMARY KEY NOT NULL,
	"need_id" text NOT NULL,
	"version" integer NOT NULL,
	"field" text,
	"internal" boolean NOT NULL,
	"text" text NOT NULL,
	"author_id" text NOT NULL,
	"at" text NOT NULL,
	"resolved_by" text,
	"resolved_at" text
);
--> statement-breakpoint
CREATE TABLE "bulk_decision" (
	"id" text PRIMARY KEY NOT NULL,
	"verb" text NOT NULL,
	"actor_id" text NOT NULL,
	"at" text NOT NULL,
	"reason" text,
	"filter" text NOT NULL,
	"needs" integer NOT NULL,
	"reopened_by" text,
	"seq" integer NOT NULL,
	CONSTRAINT "bulk_decision_verb" CHECK ("verb" in ('approve', 'reopen'))
);
--> statement-breakpoint
CREATE TABLE "bulk_need" (
	"bulk_id" text NOT NULL,
	"need_id" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "bulk_need_bulk_id_need_id_pk" PRIMARY KEY("bulk_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "look" (
	"account_id" text PRIMARY KEY NOT NULL,
	"at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waiver" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"doubt" text NOT NULL,
	"subject" text NOT NULL,
	"reason" text NOT NULL,
	"waived_by" text NOT NULL,
	"at" text NOT NULL,
	"expires_on" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer
);
--> statement-breakpoint
CREATE TABLE "leave" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"substitute_id" text,
	"from_on" text NOT NULL,
	"until_on" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"set_by" text NOT NULL,
	"at" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer
);
--> statement-breakpoint
ALTER TABLE "need_version" DROP CONSTRAINT "need_version_verb";--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "nominated_by" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "request" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "lifted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "closed_at" text;--> statement-breakpoint
ALTER TABLE "review_version" ADD COLUMN "closed_at" text;--> statement-breakpoint
ALTER TABLE "review_version" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_resolved_by_account_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_decision" ADD CONSTRAINT "bulk_decision_actor_id_account_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_need" ADD CONSTRAINT "bulk_need_bulk_id_bulk_decision_id_fk" FOREIGN KEY ("bulk_id") REFERENCES "public"."bulk_decision"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_need" ADD CONSTRAINT "bulk_need_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look" ADD CONSTRAINT "look_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_review_id_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_waived_by_account_id_fk" FOREIGN KEY ("waived_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leave" ADD CONSTRAINT "leave_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leave" ADD CONSTRAINT "leave_substitute_id_account_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setting" ADD CONSTRAINT "setting_set_by_account_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_need" ON "comment" USING btree ("need_id","at");--> statement-breakpoint
CREATE INDEX "bulk_decision_actor" ON "bulk_decision" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "bulk_need_need" ON "bulk_need" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "waiver_review" ON "waiver" USING btree ("review_id","to_seq");--> statement-breakpoint
CREATE INDEX "leave_account" ON "leave" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "leave_substitute" ON "leave" USING btree ("substitute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "setting_once" ON "setting" USING btree ("name","from_seq");--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_nominated_by_state_id_fk" FOREIGN KEY ("nominated_by") REFERENCES "public"."state"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_nominated" CHECK ("role" = 'reviewer' or "nominated_by" is null);--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_request" CHECK ("request" in ('objection', 'withdrawal'));--> statement-breakpoint
ALTER TABLE "need_version" ADD CONSTRAINT "need_version_verb" CHECK ("verb" in ('enter', 'edit', 'submit', 'return', 'recode', 'approve', 'reopen', 'withdraw', 'object', 'request-withdrawal', 'take-back-request', 'grant-withdrawal', 'refuse-withdrawal', 'lift-four-eyes'));