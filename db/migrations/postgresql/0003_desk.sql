CREATE TABLE "attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"review_id" text,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"pages" integer,
	"attached_by" text NOT NULL,
	"attached_at" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer,
	CONSTRAINT "attachment_kind" CHECK ("kind" in ('summary', 'nomination')),
	CONSTRAINT "attachment_of_review" CHECK (("kind" = 'summary') = ("review_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "attachment_content" (
	"attachment_id" text PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passage" (
	"attachment_id" text NOT NULL,
	"position" integer NOT NULL,
	"page" integer,
	"number" text,
	"text" text NOT NULL,
	CONSTRAINT "passage_attachment_id_position_pk" PRIMARY KEY("attachment_id","position")
);
--> statement-breakpoint
CREATE TABLE "article_answer" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"article" integer NOT NULL,
	"answered_by" text NOT NULL,
	"at" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer
);
--> statement-breakpoint
CREATE TABLE "autosave" (
	"need_id" text NOT NULL,
	"account_id" text NOT NULL,
	"review_id" text NOT NULL,
	"version" integer NOT NULL,
	"form" text NOT NULL,
	"saved_at" text NOT NULL,
	CONSTRAINT "autosave_need_id_account_id_pk" PRIMARY KEY("need_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "declaration" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"chapter" text NOT NULL,
	"declared_by" text NOT NULL,
	"at" text NOT NULL,
	"taken_back_by" text,
	"taken_back_at" text,
	"reason" text,
	"from_seq" integer NOT NULL,
	"to_seq" integer,
	CONSTRAINT "declaration_chapter" CHECK ("chapter" in ('II', 'III', 'IV', 'V'))
);
--> statement-breakpoint
CREATE TABLE "handover" (
	"id" text PRIMARY KEY NOT NULL,
	"state_id" text NOT NULL,
	"from_account_id" text NOT NULL,
	"to_account_id" text NOT NULL,
	"letter" text,
	"letter_id" text,
	"at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"data" text NOT NULL,
	"created_at" text NOT NULL,
	"due_at" text,
	"sent_at" text,
	"attempts" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" DROP CONSTRAINT "account_role";--> statement-breakpoint
ALTER TABLE "account" DROP CONSTRAINT "account_state";--> statement-breakpoint
DROP INDEX "need_status";--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "mail" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "page" integer;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "origin" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "reopened" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "search_text" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "counted_at" text;--> statement-breakpoint
ALTER TABLE "need_version" ADD COLUMN "page" integer;--> statement-breakpoint
ALTER TABLE "need_version" ADD COLUMN "reopened" text;--> statement-breakpoint
ALTER TABLE "need_version" ADD COLUMN "search_text" text;--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "entry_due_on" text;--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "decision_due_on" text;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_review_id_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_attached_by_account_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_content" ADD CONSTRAINT "attachment_content_attachment_id_attachment_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachment"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage" ADD CONSTRAINT "passage_attachment_id_attachment_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachment"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_answer" ADD CONSTRAINT "article_answer_review_id_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_answer" ADD CONSTRAINT "article_answer_answered_by_account_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "autosave" ADD CONSTRAINT "autosave_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "autosave" ADD CONSTRAINT "autosave_review_id_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_review_id_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_declared_by_account_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_taken_back_by_account_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_state_id_state_id_fk" FOREIGN KEY ("state_id") REFERENCES "public"."state"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_from_account_id_account_id_fk" FOREIGN KEY ("from_account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_account_id_account_id_fk" FOREIGN KEY ("to_account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_letter_id_attachment_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."attachment"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_review" ON "attachment" USING btree ("review_id","to_seq");--> statement-breakpoint
CREATE UNIQUE INDEX "article_answer_once" ON "article_answer" USING btree ("review_id","article","from_seq");--> statement-breakpoint
CREATE INDEX "article_answer_review" ON "article_answer" USING btree ("review_id","to_seq");--> statement-breakpoint
CREATE INDEX "autosave_account" ON "autosave" USING btree ("account_id","saved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "declaration_once" ON "declaration" USING btree ("review_id","chapter","from_seq");--> statement-breakpoint
CREATE INDEX "handover_state" ON "handover" USING btree ("state_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "outbox_account" ON "outbox" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "need_updated" ON "need" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "need_counted" ON "need" USING btree ("counted_at","id");--> statement-breakpoint
CREATE INDEX "need_of_review" ON "need" USING btree ("review_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "need_status" ON "need" USING btree ("status","updated_at","id");--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_mail" CHECK ("mail" in ('daily', 'each', 'none'));--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_role" CHECK ("role" in ('focal-point', 'reviewer', 'manager', 'administrator', 'contributor', 'system'));--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_state" CHECK (("role" in ('focal-point', 'contributor')) = ("state_id" is not null));--> statement-breakpoint
update "need" set "counted_at" = (select v."at" from "need_version" v where v."need_id" = "need"."id" and v."version" = "need"."counted_version");
