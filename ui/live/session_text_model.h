// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

#include "models/item/session_filter_model.h"
#include "ui/common/format.h"

namespace aftercharge {

// The sessions as text, in the language of the desk, over the filtered and sorted ones.
class SessionTextModel : public QIdentityProxyModel {
    Q_OBJECT

public:
    SessionTextModel(SessionFilterModel &sessions, const Clock &clock, const Format &format, QObject *parent = nullptr);

    // Another language or zone: all text is new.
    void set_format(const Format &format);
    // Time has passed: minutes left, minutes of silence.
    void tick();

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const SessionView &session, int column) const;
    QString sentence(const SessionView &session) const;

    SessionFilterModel &sessions_;
    const Clock &clock_;
    Format format_;
};

}  // namespace aftercharge
