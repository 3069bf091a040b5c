-- SPDX-License-Identifier: GPL-3.0-or-later
DROP TABLE money_lease;
DROP TABLE presence;
