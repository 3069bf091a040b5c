// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace aftercharge {

struct DifferenceRow {
    QString what;
    QString before;  // empty: it was not there
    QString now;
    friend bool operator==(const DifferenceRow &, const DifferenceRow &) = default;
};

// Field by field what was and what is now.
class DifferenceView : public QWidget {
    Q_OBJECT
public:
    explicit DifferenceView(QWidget *parent = nullptr);
    void set_rows(const QList<DifferenceRow> &rows);
    const QList<DifferenceRow> &rows() const { return rows_; }

private:
    void add_row(int row, const DifferenceRow &difference);

    QList<DifferenceRow> rows_;
};

}  // namespace aftercharge
