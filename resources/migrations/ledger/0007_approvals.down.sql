-- SPDX-License-Identifier: GPL-3.0-or-later
DROP TABLE approval_picture;
DROP TABLE approval_vote;
DROP TABLE refund_batch_row;
DROP TABLE refund_batch;
DROP TABLE approval_setting;
DROP TABLE approval_rule;
