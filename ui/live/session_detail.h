// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include "models/workflow/desk_service.h"
#include "ui/common/format.h"

class QStackedWidget;

namespace aftercharge {

class Banner;
class Button;
class Card;
class CurveView;
class DataTable;
class ElidedLabel;
class FeeTableModel;
class ReadingsModel;
class SessionFigures;
class StateChip;
class ThemeController;

// One session: its curve, what it stands at and how the fee comes about. Readings and fee are
// read when it is chosen and, at most once a second, after it changed; between, the newest
// state of the feed is added to the curve.
class SessionDetail : public QWidget {
    Q_OBJECT

public:
    SessionDetail(const ThemeController &themes, DeskService &desk, const Clock &clock, const Format &format,
                  QWidget *parent = nullptr);

    void show_session(const SessionView &session);
    // The newest state of the session shown; others are passed over.
    void update_session(const SessionView &session);
    // Something that belongs to the order changed: it is read again.
    void read_again();
    void set_stopping(bool stopping);
    void clear();

    const std::optional<SessionView> &session() const { return session_; }
    // Of the station's zone once the order was read.
    const Format &format() const { return format_; }
    CurveView *curve() const { return curve_; }
    FeeTableModel *fee_table() const { return fees_; }
    void toggle_table();

Q_SIGNALS:
    void stopRequested();
    void unlockRequested();
    void resetRequested();
    void ticketRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build_header();
    void build_body();
    QWidget *build_fee_table();
    void show_more_menu();
    void show_head();
    void schedule(int gap_ms);
    void explain();
    void explained(const OrderNo &order_no, const Result<OrderExplanation> &result);
    void show_price(const PricedSession &priced);
    void dress_fee_table();

    const ThemeController &themes_;
    DeskService &desk_;
    const Clock &clock_;
    Format format_;
    std::optional<SessionView> session_;
    bool stopping_ = false;

    QStackedWidget *stack_;
    Card *card_;
    StateChip *chip_;
    ElidedLabel *order_no_;
    ElidedLabel *order_no_below_;
    Button *ticket_;
    Button *stop_;
    Button *more_;
    Banner *trouble_;
    QStackedWidget *pictures_;
    CurveView *curve_;
    DataTable *readings_table_;
    ReadingsModel *readings_;
    SessionFigures *figures_;
    DataTable *fee_view_;
    FeeTableModel *fees_;

    QTimer timer_;
    QElapsedTimer since_asked_;
    bool asking_ = false;
    bool again_ = false;
};

}  // namespace aftercharge
