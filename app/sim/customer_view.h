// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QJsonObject>

namespace aftercharge::sim {

// One line of a terminal for a sample of the live feed, e.g.
// "[###########---------] 54.2 %  87.4 kW  402.3 V  217.2 A  23.412 kWh  12.34 CNY  ends 10:42".
std::string progress_line(const QJsonObject &sample);

// "notice: …" for the fields that a notice has.
std::string notice_line(const QJsonObject &notice);

}  // namespace aftercharge::sim
