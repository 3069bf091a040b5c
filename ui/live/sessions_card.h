// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "models/domain/network.h"
#include "models/item/session_filter_model.h"

class QButtonGroup;
class QSettings;

namespace aftercharge {

class Button;
class Card;
class DataTable;
class EmptyState;
class FilterChip;
class SessionTextModel;
class ThemeController;

// The sessions with their filters above them, and room for another part below.
class SessionsCard : public QWidget {
    Q_OBJECT

public:
    SessionsCard(const ThemeController &themes, QSettings &settings, SessionFilterModel &sessions,
                 SessionTextModel &texts, QWidget *parent = nullptr);

    // What stands where rows would: not yet read, nothing there, nothing that matches, refused.
    enum class Emptiness { Loading, NoSessions, Refused };
    void set_emptiness(Emptiness why, const QString &detail = {});
    void set_stations(const std::vector<Station> &stations);
    // The sessions have changed: counts on the chips, what to say when there is none.
    void refresh();

    DataTable *table() const { return table_; }
    Card *card() const { return card_; }
    void focus_filter();
    void set_scope(SessionScope scope);
    void move_current(int rows);
    // False when that session is not shown.
    bool select(const OrderNo &order_no);
    QList<SessionView> selected() const;
    // The number of rows written; what is seen, as seen.
    Result<std::int64_t> export_to(const QString &path) const;

Q_SIGNALS:
    void sessionChosen(const aftercharge::SessionView &session);
    void sessionActivated();
    void compareRequested();
    void exported(const QString &text);
    void exportRefused(const QString &text);
    void retryRequested();

private:
    void build_header(const ThemeController &themes);
    void build_table(QSettings &settings);
    void choose_station();
    void ask_export();
    void current_changed();
    void selection_changed();

    SessionFilterModel &sessions_;
    SessionTextModel &texts_;
    std::vector<Station> stations_;
    Emptiness emptiness_ = Emptiness::Loading;
    QString detail_;
    Card *card_;
    DataTable *table_;
    EmptyState *empty_;
    QButtonGroup *scopes_;
    FilterChip *all_;
    FilterChip *look_;
    FilterChip *offline_;
    Button *station_;
    Button *compare_;
    Button *export_;
};

}  // namespace aftercharge
