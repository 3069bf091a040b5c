// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>

#include "models/domain/device_event.h"
#include "models/domain/notice.h"
#include "models/workflow/session_view.h"

namespace aftercharge {

// The records of the frames as JSON objects; the fields are listed in frames.h and in
// interfaces.md. Decoding fails with input.invalid and the field's name.

QJsonObject sample_to_json(const SessionView &view);
Result<SessionView> sample_from_json(const QJsonObject &object);

QJsonObject session_to_json(const SessionView &view);
Result<SessionView> session_from_json(const QJsonObject &object);

QJsonObject notice_to_json(const Notice &notice);
Result<Notice> notice_from_json(const QJsonObject &object);

QJsonObject event_to_json(const DeviceEvent &event);
Result<DeviceEvent> event_from_json(const QJsonObject &object);

}  // namespace aftercharge
