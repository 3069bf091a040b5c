// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language_controller.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>

namespace aftercharge {

LanguageController::LanguageController(QCoreApplication &application) : application_(application)
{
    QLocale::setDefault(locale());
}

void LanguageController::set_language(Language language)
{
    if (language == language_)
        return;
    language_ = language;
    application_.removeTranslator(&ours_);
    application_.removeTranslator(&qts_);
    if (language == Language::Chinese) {
        // Qt's own words (dialogs, context menus) first, so that ours win.
        if (qts_.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            application_.installTranslator(&qts_);
        if (ours_.load(QStringLiteral(":/i18n/aftercharge_zh_CN.qm")))
            application_.installTranslator(&ours_);
    }
    QLocale::setDefault(locale());
    Q_EMIT languageChanged();
}

QLocale LanguageController::locale() const
{
    return language_ == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                          : QLocale(QLocale::English, QLocale::UnitedStates);
}

Language LanguageController::from_name(const QString &name)
{
    if (name.startsWith(QLatin1String("zh")))
        return Language::Chinese;
    if (name.startsWith(QLatin1String("en")))
        return Language::English;
    return QLocale::system().language() == QLocale::Chinese ? Language::Chinese : Language::English;
}

QString LanguageController::name_of(Language language)
{
    return language == Language::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

}  // namespace aftercharge
