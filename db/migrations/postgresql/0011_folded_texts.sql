CREATE TABLE "folded_text" (
	"kind" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"last_id" text
);
--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "source_ref_folded" text;--> statement-breakpoint
CREATE INDEX "need_source_ref_folded" ON "need" USING btree ("source_ref_folded");