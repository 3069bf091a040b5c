// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "models/domain/shipment.h"

class QLabel;
class QLineEdit;
class QRadioButton;

namespace aftercharge {

// Where a parcel goes: to the address that is known, or to another one, whose fields are checked.
class AddressFields : public QWidget {
    Q_OBJECT
public:
    explicit AddressFields(const PostalAddress &known, QWidget *parent = nullptr);

    // None: the known one.
    std::optional<PostalAddress> changed_address() const;
    // What is missing or wrong, in a sentence; empty when it can be used.
    QString problem() const;
    void choose_other(bool other);
    QLineEdit *edit(const char *name) const;

Q_SIGNALS:
    void changed();
    void resized();  // more or fewer fields are shown

private:
    void build_fields();
    void mark();

    PostalAddress known_;
    QRadioButton *same_;
    QRadioButton *other_;
    QWidget *fields_;
};

}  // namespace aftercharge
