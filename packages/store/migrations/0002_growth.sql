CREATE INDEX "calls_by_submission" ON "calls" USING brin ("submitted_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");