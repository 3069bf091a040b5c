// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/workflow/goods_view.h"
#include "ui/tickets/goods_sheet.h"

class QButtonGroup;
class QLineEdit;

namespace aftercharge {

// What a person may say of a parcel in this state: that it was picked up, came, was lost…
std::vector<ShipmentEvent> parcel_events(ShipmentState state);

// Where a parcel is now, said by a person who knows better than the carrier's record.
class ParcelStateSheet : public GoodsSheet {
    Q_OBJECT
public:
    ParcelStateSheet(DeskContext &context, const Shipment &shipment, const Format &format, QWidget *page);
    void choose(ShipmentEvent event);
    QLineEdit *note_edit() const { return note_; }

private:
    void show_state();
    void send();

    Shipment shipment_;
    QButtonGroup *group_;
    QLineEdit *note_;
};

}  // namespace aftercharge
