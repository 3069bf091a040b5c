// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QWidget>

#include "ui/common/desk_context.h"

namespace aftercharge {

class AddOperatorSheet;
class Banner;
class Button;
class DataTable;
class DisableSheet;
class EmptyState;
class LimitSheet;

// Who works here, in which role, and up to which amount he approves by himself. An
// administrator adds people, sets limits and disables; nobody changes himself.
class OperatorsSection : public QWidget {
    Q_OBJECT
public:
    explicit OperatorsSection(DeskContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void toast(const QString &text);

private:
    void build();
    void make_sheets();
    void read();
    void show_people(const std::vector<Operator> &people);
    void dress_buttons();
    const Operator *chosen() const;

    DeskContext &context_;
    std::vector<Operator> people_;
    QStandardItemModel model_;
    Banner *note_;
    DataTable *table_;
    EmptyState *empty_;
    Button *add_;
    Button *limit_;
    Button *disable_;
    AddOperatorSheet *add_sheet_;
    LimitSheet *limit_sheet_;
    DisableSheet *disable_sheet_;
};

}  // namespace aftercharge
