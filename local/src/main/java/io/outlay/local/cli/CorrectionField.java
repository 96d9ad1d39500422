package io.outlay.local.cli;

import io.outlay.aggregate.ledger.SetField;
import io.outlay.contracts.Correction;
import io.outlay.contracts.Correction.Action;
import io.outlay.contracts.Correction.Target;
import io.outlay.contracts.Countries;
import io.outlay.contracts.Country;
import io.outlay.contracts.Currencies;
import io.outlay.enrich.text.entity.Company;
import io.outlay.enrich.text.entity.Place;
import io.outlay.enrich.text.entity.PlaceTable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A field and its new value, as a person writes them and as a SET correction takes them. */
record CorrectionField(String name, String value) {
    private static final Pattern NUMBER = Pattern.compile("([0-9][0-9,_]*(?:\\.[0-9]+)?)\\s*([a-z]*)");
    private static final Map<String, BigDecimal> SCALES = Map.of(
            "", BigDecimal.ONE,
            "k", BigDecimal.valueOf(1_000L),
            "m", BigDecimal.valueOf(1_000_000L),
            "mn", BigDecimal.valueOf(1_000_000L),
            "b", BigDecimal.valueOf(1_000_000_000L),
            "bn", BigDecimal.valueOf(1_000_000_000L),
            "t", BigDecimal.valueOf(1_000_000_000_000L),
            "tn", BigDecimal.valueOf(1_000_000_000_000L),
            "trn", BigDecimal.valueOf(1_000_000_000_000L));

    /**
     * @param text {@code field=value}
     * @throws BadValueException saying what the field takes, when it does not take this
     */
    static CorrectionField parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new BadValueException(
                    "'" + text + "' is no FIELD=VALUE, such as amount=65bn; see 'outlay correct set --help'");
        }
        String name = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String value = text.substring(equals + 1).strip();
        CorrectionField field = new CorrectionField(
                name,
                switch (name) {
                    case "amount" ->
                        Arrays.stream(value.split("/", -1))
                                .map(CorrectionField::units)
                                .collect(Collectors.joining("/"));
                    case "currency" -> currency(value.toUpperCase(Locale.ROOT));
                    case "measure", "change", "period" -> value.toUpperCase(Locale.ROOT);
                    case "status" -> value.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
                    case "destination" ->
                        Arrays.stream(value.split(";", -1))
                                .map(CorrectionField::country)
                                .collect(Collectors.joining(";"));
                    case "site" -> site(value);
                    case "counterparty" ->
                        value.isEmpty()
                                ? value
                                : Names.listedPayer(value).map(Company::id).orElse(value.toLowerCase(Locale.ROOT));
                    default -> value;
                });
        SetField.problem(new Correction(
                        "check",
                        Action.SET,
                        null,
                        new Target("0", null, null, null, null),
                        name,
                        field.value(),
                        null,
                        "a",
                        "r",
                        null))
                .ifPresent(problem -> {
                    throw new BadValueException(problem);
                });
        return field;
    }

    /** {@code 65bn} → {@code 65000000000}. */
    private static String units(String text) {
        Matcher number = NUMBER.matcher(text.strip().toLowerCase(Locale.ROOT));
        BigDecimal scale = number.matches() ? SCALES.get(number.group(2)) : null;
        if (scale == null) {
            throw new BadValueException(
                    "'" + text + "' is no amount: write 65000000000 or 65bn, a band as 60bn/65bn/65bn,"
                            + " and the currency as a field of its own, such as currency=CNY");
        }
        BigDecimal units = new BigDecimal(number.group(1).replaceAll("[,_]", ""))
                .multiply(scale)
                .stripTrailingZeros();
        if (units.scale() > 0) {
            throw new BadValueException("'" + text + "' is no whole number of units");
        }
        return units.toPlainString();
    }

    private static String currency(String code) {
        if (Currencies.standard().find(code).isEmpty()) {
            throw new BadValueException("'" + code + "' is no currency of currencies.csv: write a code such as CNY");
        }
        return code;
    }

    private static String country(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (code.isEmpty() || code.equals("*") || Countries.standard().isCode(code)) {
            return code;
        }
        return Countries.standard().all().stream()
                .filter(c -> c.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .map(Country::code)
                .orElseThrow(() -> new BadValueException("'" + text
                        + "' is no country: write a code such as FR, several as SA;US, or * when it is not known"));
    }

    private static String site(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return PlaceTable.standard().all().stream()
                .filter(p ->
                        p.id().equals(text.toLowerCase(Locale.ROOT)) || p.name().equalsIgnoreCase(text))
                .findFirst()
                .map(Place::id)
                .orElseThrow(() -> new BadValueException(
                        "'" + text + "' is no place of places.csv: write a name or an id, such as Texas or us-tx"));
    }
}
