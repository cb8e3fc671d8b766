ALTER TABLE "note" ADD COLUMN "audience" text DEFAULT 'group' NOT NULL;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_audience" CHECK ("audience" in ('public', 'group'));