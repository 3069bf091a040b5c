// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/audit_table_model.h"

namespace aftercharge {

void AuditTableModel::set_text(const std::string &text)
{
    text_ = text;
    ask_anew();
}

QFuture<Result<Page<AuditEntry>>> AuditTableModel::ask_page(const PageRequest &request)
{
    return desk_.audit(request, text_);
}

QVariant AuditTableModel::look(const AuditEntry &, int column, int role) const
{
    if (role == CellRole::tone)
        return static_cast<int>(Tone::Neutral);
    if (role == CellRole::muted)
        return column == Time || column == From;
    if (role == CellRole::strong)
        return column == Who;
    return {};
}

}  // namespace aftercharge
