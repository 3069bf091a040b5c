// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include "ui/common/labels.h"

namespace aftercharge {

struct Fact {
    QString name;
    QString value;
    LabelRole role = LabelRole::Body;  // of the value: Mono for ids
};

// Names and values in two columns; a fact without a value is left out. Values can be selected
// and copied.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);
    void set_facts(const QList<Fact> &facts);
};

}  // namespace aftercharge
