-- SPDX-License-Identifier: GPL-3.0-or-later

DROP FUNCTION desk.end_long_writers(bigint);
DROP FUNCTION desk.feed_token();
DROP FUNCTION desk.drop_money_lease(text, bytea);
DROP FUNCTION desk.take_money_lease(text, bytea);
DROP FUNCTION desk.leave_presence(text, bytea);
DROP FUNCTION desk.note_presence(text, text, bytea);
