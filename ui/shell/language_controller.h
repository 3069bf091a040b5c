// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QObject>
#include <QtCore/QTranslator>

class QCoreApplication;

namespace aftercharge {

enum class Language { English, Chinese };

// The language of the program, switchable while it runs. Made once in main; pages are made
// anew by the shell when it changes.
class LanguageController : public QObject {
    Q_OBJECT
public:
    explicit LanguageController(QCoreApplication &application);

    Language language() const { return language_; }
    void set_language(Language language);
    QLocale locale() const;

    // "zh_CN" or "en"; anything else by the system's locale.
    static Language from_name(const QString &name);
    static QString name_of(Language language);

Q_SIGNALS:
    void languageChanged();

private:
    QCoreApplication &application_;
    QTranslator ours_;
    QTranslator qts_;
    Language language_ = Language::English;
};

}  // namespace aftercharge
