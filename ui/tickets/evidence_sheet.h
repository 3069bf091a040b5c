// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ticket.h"
#include "ui/common/format.h"
#include "ui/tickets/ticket_sheet.h"

class QLabel;

namespace aftercharge {

// A piece of evidence: a picture as it is, anything else by name and size; and a way to save it.
class EvidenceSheet : public TicketSheet {
    Q_OBJECT
public:
    EvidenceSheet(DeskContext &context, const Evidence &file, const Format &format, QWidget *page);

Q_SIGNALS:
    void saved(const QString &path);

private:
    void show_file(const Evidence &file);
    void ask_where();
    void write_to(const QString &path);

    Format format_;
    Evidence file_;
    QLabel *picture_;
};

}  // namespace aftercharge
