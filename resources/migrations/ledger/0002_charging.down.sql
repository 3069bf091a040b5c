-- SPDX-License-Identifier: GPL-3.0-or-later
DROP TABLE orphan_report;
DROP TABLE order_reading_set;
DROP TABLE order_reading;
DROP TABLE order_status_log;
DROP TABLE charging_order;
