-- SPDX-License-Identifier: GPL-3.0-or-later
DROP TABLE device_event;
DROP TABLE session_progress;
DROP TABLE sample;
DROP TABLE sample_journal;
DROP TABLE session;
DROP TABLE telemetry_store;
