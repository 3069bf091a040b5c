// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace aftercharge {

class FlowLayout;

// Facts in one or two lines: a caption and its value, side by side.
class FactStrip : public QWidget {
    Q_OBJECT
public:
    struct Fact {
        QString caption;
        QString value;
        bool mono = false;
        friend bool operator==(const Fact &, const Fact &) = default;
    };
    explicit FactStrip(QWidget *parent = nullptr);
    void set_facts(const QList<Fact> &facts);

private:
    QList<Fact> facts_;
    FlowLayout *flow_;
};

}  // namespace aftercharge
