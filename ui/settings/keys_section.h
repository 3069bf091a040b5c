// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/common/desk_context.h"

class QGridLayout;

namespace aftercharge {

// The keys of the desk, place by place.
class KeysSection : public QWidget {
    Q_OBJECT
public:
    explicit KeysSection(DeskContext &context, QWidget *parent = nullptr);

private:
    struct Entry {
        QStringList keys;
        QString what;
    };
    void add_place(QGridLayout &grid, const QString &place, const QList<Entry> &entries);

    DeskContext &context_;
};

}  // namespace aftercharge
