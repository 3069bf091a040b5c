// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/item/paged_table_model.h"
#include "models/workflow/desk_service.h"

namespace aftercharge {

// Who did what, newest first.
class AuditTableModel : public PagedTableModel<AuditEntry> {
    Q_OBJECT
public:
    enum Column { Time, Who, From, Action, Subject, Detail, column_count };

    AuditTableModel(DeskService &desk, TableWords<AuditEntry> words, QObject *parent = nullptr)
        : PagedTableModel(std::move(words), parent), desk_(desk)
    {
    }

    void set_text(const std::string &text);

protected:
    QFuture<Result<Page<AuditEntry>>> ask_page(const PageRequest &request) override;
    // Entries never change and have no number of their own.
    bool same_row(const AuditEntry &a, const AuditEntry &b) const override { return a == b; }
    QVariant look(const AuditEntry &entry, int column, int role) const override;

private:
    DeskService &desk_;
    std::string text_;
};

}  // namespace aftercharge
