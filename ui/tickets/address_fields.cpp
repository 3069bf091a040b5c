// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/address_fields.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/common/labels.h"
#include "ui/common/theme.h"
#include "ui/tickets/goods_words.h"

namespace aftercharge {

namespace {

struct FieldSpec {
    const char *name;
    std::string PostalAddress::*part;
    int row;
    int column;
    int span;
    bool needed;
};

constexpr std::array field_specs{
    FieldSpec{"name", &PostalAddress::name, 0, 0, 2, true},
    FieldSpec{"phone", &PostalAddress::phone, 0, 2, 1, false},
    FieldSpec{"email", &PostalAddress::email, 0, 3, 1, false},
    FieldSpec{"street1", &PostalAddress::street1, 1, 0, 2, true},
    FieldSpec{"street2", &PostalAddress::street2, 1, 2, 2, false},
    FieldSpec{"city", &PostalAddress::city, 2, 0, 1, true},
    FieldSpec{"state", &PostalAddress::state, 2, 1, 1, false},
    FieldSpec{"zip", &PostalAddress::zip, 2, 2, 1, true},
    FieldSpec{"country", &PostalAddress::country, 2, 3, 1, true},
};

// Longer than any carrier takes on a label.
constexpr int most_letters = 100;

bool is_right(const FieldSpec &field, const QString &text)
{
    static const QRegularExpression country(QStringLiteral("^[A-Z]{2}$"));
    static const QRegularExpression email(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"));
    static const QRegularExpression phone(QStringLiteral("^\\+?[0-9 ()-]{5,24}$"));
    if (text.isEmpty())
        return !field.needed;
    if (field.part == &PostalAddress::country)
        return country.match(text).hasMatch();
    if (field.part == &PostalAddress::email)
        return email.match(text).hasMatch();
    return field.part != &PostalAddress::phone || phone.match(text).hasMatch();
}

}  // namespace

AddressFields::AddressFields(const PostalAddress &known, QWidget *parent)
    : QWidget(parent), known_(known),
      same_(new QRadioButton(known.is_empty() ? tr("To the same address: it was erased")
                                              : tr("To the same address: %1").arg(GoodsWords::address(known)))),
      other_(new QRadioButton(tr("To another address"))), fields_(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::xs);
    same_->setObjectName(QStringLiteral("sameAddress"));
    other_->setObjectName(QStringLiteral("otherAddress"));
    same_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    same_->setToolTip(GoodsWords::address(known));
    column->addWidget(same_);
    column->addWidget(other_);
    build_fields();
    column->addWidget(fields_);
    same_->setEnabled(!known.is_empty());
    (known.is_empty() ? other_ : same_)->setChecked(true);
    fields_->setVisible(other_->isChecked());
    connect(other_, &QRadioButton::toggled, this, [this](bool other) {
        fields_->setVisible(other);
        Q_EMIT resized();
        Q_EMIT changed();
    });
    mark();
}

void AddressFields::build_fields()
{
    const QStringList captions{tr("Name"), tr("Phone"), tr("E-mail"),      tr("Street and number"),    tr("Addition"),
                               tr("City"), tr("State"), tr("Postal code"), tr("Country (two letters)")};
    auto *grid = new QGridLayout(fields_);
    grid->setContentsMargins(22, 0, 0, 0);
    grid->setHorizontalSpacing(Space::m);
    grid->setVerticalSpacing(Space::xs);
    for (std::size_t i = 0; i < field_specs.size(); ++i) {
        const FieldSpec &spec = field_specs[i];
        const QString caption = captions[static_cast<qsizetype>(i)];
        auto *label = make_label(LabelRole::Caption, caption);
        auto *edit = new QLineEdit(QString::fromStdString(known_.*spec.part));
        edit->setObjectName(QLatin1String(spec.name));
        edit->setAccessibleName(caption);
        edit->setMaxLength(most_letters);
        label->setBuddy(edit);
        grid->addWidget(label, spec.row * 2, spec.column, 1, spec.span);
        grid->addWidget(edit, spec.row * 2 + 1, spec.column, 1, spec.span);
        connect(edit, &QLineEdit::textChanged, this, [this] {
            mark();
            Q_EMIT changed();
        });
    }
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
}

QLineEdit *AddressFields::edit(const char *name) const
{
    return fields_->findChild<QLineEdit *>(QLatin1String(name));
}

void AddressFields::choose_other(bool other)
{
    (other ? other_ : same_)->setChecked(true);
}

void AddressFields::mark()
{
    for (const FieldSpec &spec : field_specs) {
        QLineEdit *field = edit(spec.name);
        field->setProperty("invalid", !is_right(spec, field->text().trimmed()));
        field->style()->unpolish(field);
        field->style()->polish(field);
    }
}

QString AddressFields::problem() const
{
    if (!other_->isChecked())
        return {};
    for (const FieldSpec &spec : field_specs) {
        const QLineEdit *field = edit(spec.name);
        const QString text = field->text().trimmed();
        if (is_right(spec, text))
            continue;
        return text.isEmpty() ? tr("The address needs: %1.").arg(field->accessibleName())
                              : tr("This cannot be right: %1 “%2”.").arg(field->accessibleName(), text);
    }
    return {};
}

std::optional<PostalAddress> AddressFields::changed_address() const
{
    if (!other_->isChecked())
        return std::nullopt;
    PostalAddress address;
    for (const FieldSpec &spec : field_specs)
        address.*spec.part = edit(spec.name)->text().trimmed().toStdString();
    return address;
}

}  // namespace aftercharge
