-- SPDX-License-Identifier: GPL-3.0-or-later

DROP TRIGGER approval_vote_stands ON ledger.approval_vote;
DROP TRIGGER refund_batch_stands ON ledger.refund_batch;
DROP TRIGGER carrier_claim_approval_stands ON ledger.carrier_claim_approval;
DROP TRIGGER payment_refund_approval_stands ON ledger.payment_refund_approval;
DROP FUNCTION desk.vote_stands();
DROP FUNCTION desk.batch_stands();
DROP FUNCTION desk.claim_approval_stands();
DROP FUNCTION desk.refund_approval_stands();
DROP FUNCTION desk.use_decision(text, text, text, bytea[]);
DROP FUNCTION desk.hold_order(text);
DROP FUNCTION desk.check_votes(text, text, text, text, text, bigint);
DROP FUNCTION desk.approvers_needed(numeric);
DROP FUNCTION desk.has_voted(text, text, text, bigint);
DROP FUNCTION desk.check_limit(text, text, numeric);
DROP FUNCTION desk.alone_of_order(text, text, text, text);
DROP FUNCTION desk.asks_for(ledger.decision, ledger.carrier_claim);
DROP FUNCTION desk.asks_for(ledger.decision, ledger.payment_refund);
DROP FUNCTION desk.open_decisions(text, text[]);
