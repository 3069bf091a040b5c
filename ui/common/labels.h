// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace aftercharge {

enum class LabelRole { Body, Heading, Title, Figure, Caption, Muted, Mono, Ok, Warn, Bad, Info };

// A label in a role of the stylesheet. Text is plain: what came from outside is never markup.
QLabel *make_label(LabelRole role, const QString &text, QWidget *parent = nullptr);
// Changes the role of a label that is shown already.
void set_label_role(QLabel &label, LabelRole role);

}  // namespace aftercharge
