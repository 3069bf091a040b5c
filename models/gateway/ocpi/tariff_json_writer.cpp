// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/decimal.h"
#include "models/gateway/ocpi/json_tree.h"
#include "models/gateway/ocpi/tariff_json.h"
#include "models/gateway/ocpi/tariff_words.h"

namespace aftercharge {
namespace {

// Members of an object in the order in which they are put; what is empty is left out.
class ObjectWriter {
public:
    void raw(std::string_view name, const std::string &json)
    {
        text_ += text_.empty() ? "{" : ",";
        text_ += quoted_json(name) + ":" + json;
    }
    void text(std::string_view name, std::string_view value)
    {
        if (!value.empty())
            raw(name, quoted_json(value));
    }
    template<typename T>
    void decimal(std::string_view name, const std::optional<T> &value, int decimals)
    {
        if (value)
            raw(name, decimal_to_text(value->value(), decimals));
    }
    void seconds(std::string_view name, const std::optional<std::chrono::seconds> &value)
    {
        if (value)
            raw(name, std::to_string(value->count()));
    }
    void time(std::string_view name, const std::optional<UtcTime> &value)
    {
        if (value)
            text(name, to_iso8601(*value));
    }
    std::string finished() const { return text_.empty() ? "{}" : text_ + "}"; }
    bool is_empty() const { return text_.empty(); }

private:
    std::string text_;
};

template<typename Items, typename Write>
std::string list(const Items &items, const Write &write)
{
    std::string text = "[";
    for (const auto &item : items) {
        if (text.size() > 1)
            text += ',';
        text += write(item);
    }
    return text + "]";
}

std::string write_component(const PriceComponent &component)
{
    ObjectWriter writer;
    writer.text("type", to_text(component.dimension));
    writer.decimal("price", std::optional{component.price}, 6);
    writer.decimal("service_price", component.service_price, 6);
    writer.decimal("vat", component.vat, 2);
    writer.raw("step_size", std::to_string(component.step_size));
    return writer.finished();
}

std::string write_days(unsigned days)
{
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < day_names.size(); ++i) {
        if ((days >> i & 1U) != 0)
            names.push_back(day_names[i]);
    }
    return list(names, quoted_json);
}

ObjectWriter write_restrictions(const TariffRestrictions &r)
{
    ObjectWriter writer;
    if (r.start_time)
        writer.text("start_time", time_of_day_to_text(*r.start_time));
    if (r.end_time)
        writer.text("end_time", time_of_day_to_text(*r.end_time));
    if (r.start_date)
        writer.text("start_date", date_to_text(*r.start_date));
    if (r.end_date)
        writer.text("end_date", date_to_text(*r.end_date));
    writer.decimal("min_kwh", r.min_kwh, 3);
    writer.decimal("max_kwh", r.max_kwh, 3);
    writer.decimal("min_current", r.min_current, 3);
    writer.decimal("max_current", r.max_current, 3);
    writer.decimal("min_power", r.min_power, 3);
    writer.decimal("max_power", r.max_power, 3);
    writer.seconds("min_duration", r.min_duration);
    writer.seconds("max_duration", r.max_duration);
    if (r.day_of_week != 0)
        writer.raw("day_of_week", write_days(r.day_of_week));
    return writer;
}

std::string write_element(const TariffElement &element)
{
    ObjectWriter writer;
    writer.text("label", element.label);
    writer.raw("price_components", list(element.price_components, write_component));
    const ObjectWriter restrictions = write_restrictions(element.restrictions);
    if (!restrictions.is_empty())
        writer.raw("restrictions", restrictions.finished());
    return writer.finished();
}

std::string write_limit(const PriceLimit &limit)
{
    ObjectWriter writer;
    writer.decimal("excl_vat", std::optional{limit.excl_vat}, 6);
    writer.decimal("incl_vat", limit.incl_vat, 6);
    return writer.finished();
}

std::string write_alt_text(const TariffText &text)
{
    return "{\"language\":" + quoted_json(text.language) + ",\"text\":" + quoted_json(text.text) + "}";
}

}  // namespace

std::string tariff_to_json(const Tariff &tariff)
{
    ObjectWriter writer;
    writer.text("country_code", tariff.country_code);
    writer.text("party_id", tariff.party_id);
    writer.text("id", tariff.id.text());
    writer.text("name", tariff.name);
    writer.text("currency", tariff.currency.code());
    writer.text("type", tariff.type);
    if (!tariff.alt_text.empty())
        writer.raw("tariff_alt_text", list(tariff.alt_text, write_alt_text));
    writer.text("tariff_alt_url", tariff.alt_url);
    if (tariff.min_price)
        writer.raw("min_price", write_limit(*tariff.min_price));
    if (tariff.max_price)
        writer.raw("max_price", write_limit(*tariff.max_price));
    writer.raw("elements", list(tariff.elements, write_element));
    writer.time("start_date_time", tariff.start_date_time);
    writer.time("end_date_time", tariff.end_date_time);
    writer.time("last_updated", tariff.last_updated);
    return writer.finished();
}

}  // namespace aftercharge
