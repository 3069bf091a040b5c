// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QWidget>

#include "models/domain/tariff.h"
#include "ui/common/desk_context.h"

class QLabel;

namespace aftercharge {

class Banner;
class Card;
class DataTable;
class DayStrip;
class EmptyState;

// The tariffs: their list, the day of each as a picture, and its elements as a table.
class TariffsSection : public QWidget {
    Q_OBJECT
public:
    explicit TariffsSection(DeskContext &context, QWidget *parent = nullptr);

private:
    QWidget *make_list();
    QWidget *make_detail();
    void read();
    void show_list(const std::vector<StoredTariff> &tariffs);
    void show_tariff(const StoredTariff &stored);
    void show_elements(const Tariff &tariff);
    void add_limits(const Tariff &tariff);

    DeskContext &context_;
    std::vector<StoredTariff> tariffs_;
    QStandardItemModel list_model_;
    QStandardItemModel element_model_;
    DataTable *list_;
    EmptyState *empty_;
    Card *card_;
    Banner *trouble_;
    DayStrip *strip_;
    QLabel *limits_;
    DataTable *elements_;
};

}  // namespace aftercharge
