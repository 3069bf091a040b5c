// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "models/workflow/desk_service.h"
#include "ui/common/format.h"

class QGridLayout;
class QLabel;

namespace aftercharge {

class CurveView;
class StateChip;
class ThemeController;

// Up to four sessions side by side, two by two, each with its curve.
class ComparePane : public QWidget {
    Q_OBJECT

public:
    ComparePane(const ThemeController &themes, DeskService &desk, const Clock &clock, const Format &format,
                QWidget *parent = nullptr);

    void show_sessions(const QList<SessionView> &sessions);
    void update_session(const SessionView &session);
    int count() const { return static_cast<int>(cells_.size()); }

Q_SIGNALS:
    void closed();
    void sessionChosen(const aftercharge::OrderNo &order_no);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Cell {
        SessionView session;
        QWidget *box = nullptr;
        StateChip *chip = nullptr;
        QLabel *figures = nullptr;
        CurveView *curve = nullptr;
    };
    Cell make_cell(const SessionView &session);
    void show_figures(Cell &cell);
    void explained(const OrderNo &order_no, const Result<OrderExplanation> &result);

    const ThemeController &themes_;
    DeskService &desk_;
    const Clock &clock_;
    Format format_;
    QGridLayout *grid_;
    std::vector<Cell> cells_;
};

}  // namespace aftercharge
