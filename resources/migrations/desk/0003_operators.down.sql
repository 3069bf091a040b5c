-- SPDX-License-Identifier: GPL-3.0-or-later

DROP FUNCTION desk.set_operator_password(text, text);
DROP FUNCTION desk.disable_operator(bytea, text);
DROP FUNCTION desk.take_login(text, text);
DROP FUNCTION desk.check_login(text);
DROP FUNCTION desk.set_operator_limit(bytea, text, bigint);
DROP FUNCTION desk.add_operator(bytea, text, text, text, bigint, text);
DROP FUNCTION desk.limit_text(bigint);
DROP FUNCTION desk.administrator(text);
DROP FUNCTION desk.make_login(text, text, text);
DROP FUNCTION desk.check_verifier(text);
