-- SPDX-License-Identifier: GPL-3.0-or-later

DROP TRIGGER ledger_transfer_is_approved ON ledger.ledger_transfer;
DROP TRIGGER carrier_claim_is_approved ON ledger.carrier_claim;
DROP TRIGGER payment_refund_is_approved ON ledger.payment_refund;
DROP TRIGGER carrier_claim_is_asked_for ON ledger.carrier_claim;
DROP TRIGGER payment_refund_is_asked_for ON ledger.payment_refund;
DROP FUNCTION desk.movement_is_approved();
DROP FUNCTION desk.claim_is_approved();
DROP FUNCTION desk.refund_is_approved();
DROP FUNCTION desk.claim_is_asked_for();
DROP FUNCTION desk.refund_is_asked_for();
