// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

#include "models/item/timeline_model.h"
#include "ui/common/format.h"

namespace aftercharge {

class PeopleNames;

// Puts a timeline into words.
class TimelineText : public QIdentityProxyModel {
    Q_OBJECT
public:
    TimelineText(TimelineModel *model, const Format &format, const PeopleNames &people, QObject *parent = nullptr);
    // `currency` is that of the order's notes.
    void set_format(const Format &format, const Currency &currency)
    {
        format_ = format;
        currency_ = currency;
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString who(const TimelineItem &item) const;
    QString what(const TimelineItem &item) const;

    TimelineModel *model_;
    Format format_;
    Currency currency_;
    const PeopleNames &people_;
};

}  // namespace aftercharge
