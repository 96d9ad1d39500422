package io.outlay.local.scenario;

import io.outlay.contracts.Countries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** How writers say an amount, a period, a place, a payer: a few ways of each, picked by chance. */
final class Spoken {
    private static final Map<String, List<String>> MONEY = Map.ofEntries(
            Map.entry("USD", List.of("$%s", "US$%s", "%s dollars")),
            Map.entry("EUR", List.of("€%s", "%s euros", "EUR %s")),
            Map.entry("GBP", List.of("£%s", "%s pounds")),
            Map.entry("CNY", List.of("%s yuan", "RMB %s")),
            Map.entry("JPY", List.of("%s yen")),
            Map.entry("SEK", List.of("%s kronor", "SEK %s")),
            Map.entry("CAD", List.of("C$%s", "%s Canadian dollars")),
            Map.entry("AUD", List.of("A$%s", "AU$%s")),
            Map.entry("SGD", List.of("S$%s", "SGD %s")),
            Map.entry("INR", List.of("%s rupees", "₹%s", "Rs %s")),
            Map.entry("KRW", List.of("%s won")),
            Map.entry("BRL", List.of("R$%s", "%s reais")));
    private static final Set<String> WITH_ARTICLE = Set.of("US", "GB", "NL", "AE", "PH", "CZ");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Random random;

    Spoken(Random random) {
        this.random = random;
    }

    String any(String... ways) {
        return ways[random.nextInt(ways.length)];
    }

    String any(List<String> ways) {
        return ways.get(random.nextInt(ways.size()));
    }

    /** {@code $60 billion}. */
    String money(BigDecimal billions, String currency) {
        return String.format(any(MONEY.getOrDefault(currency, List.of(currency + " %s"))), scaled(billions, currency));
    }

    private String scaled(BigDecimal billions, String currency) {
        if (currency.equals("INR") && random.nextBoolean()) {
            BigDecimal crore = billions.multiply(BigDecimal.valueOf(100));
            BigDecimal lakhCrore = billions.divide(THOUSAND);
            return lakhCrore.compareTo(BigDecimal.ONE) >= 0
                    ? plain(lakhCrore) + " lakh crore"
                    : String.format(Locale.ROOT, "%,d crore", crore.longValueExact());
        }
        if (billions.compareTo(THOUSAND) >= 0) {
            return plain(billions.divide(THOUSAND)) + " trillion";
        }
        return billions.compareTo(BigDecimal.ONE) < 0
                ? plain(billions.multiply(THOUSAND)) + " million"
                : plain(billions) + " " + (currency.equals("USD") ? "billion" : any("billion", "billion", "bn"));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The row's amount with all that it leaves open, in one currency or with the dollars beside it. */
    String amount(Announced row) {
        String currency = row.currency();
        if (row.low().signum() == 0) {
            return any("up to ", "as much as ") + money(row.high(), currency) + printed(row);
        }
        if (!row.isPoint()) {
            boolean range = row.qualifier().equals("range") || row.qualifier().equals("about");
            return range
                    ? range(row.low(), row.high(), currency)
                    : money(row.low(), currency)
                            + any(", rising to ", ", which could rise to ")
                            + money(row.high(), currency);
        }
        String qualified =
                switch (row.qualifier()) {
                    case "about" -> any("about ", "around ", "roughly ");
                    case "more_than" -> any("more than ", "over ");
                    case "at_least" -> "at least ";
                    default -> "";
                };
        return qualified + money(row.headline(), currency) + printed(row);
    }

    /** The plain number, as one names what is known. */
    String number(Announced row) {
        return row.low().signum() > 0 && !row.isPoint() && row.qualifier().equals("range")
                ? range(row.low(), row.high(), row.currency())
                : money(row.headline(), row.currency());
    }

    private String range(BigDecimal low, BigDecimal high, String currency) {
        String from = money(low, currency);
        String to = money(high, currency);
        return random.nextBoolean() ? "between " + from + " and " + to : from + " to " + to;
    }

    private String printed(Announced row) {
        boolean printed = !row.usd().isEmpty() && !row.currency().equals("USD") && random.nextBoolean();
        return printed ? " ($" + row.usd() + " billion)" : "";
    }

    /** With a space before it; empty when nothing is said. Told later, it is told by its years. */
    String period(Announced row, boolean later) {
        String key = row.period();
        int year = row.day().getYear();
        if (key.startsWith("CY")) {
            return " in " + key.substring(2);
        }
        if (key.startsWith("FY")) {
            return any(" in fiscal ", " in fiscal year ") + key.substring(2);
        }
        if (key.endsWith("+")) {
            return " in the coming years";
        }
        if (key.matches("\\d{4}")) {
            return " in " + key;
        }
        if (!key.matches("\\d{4}-\\d{4}")) {
            return "";
        }
        int first = Integer.parseInt(key.substring(0, 4));
        int last = Integer.parseInt(key.substring(5));
        if (first != year) {
            return any(" from " + first + " to " + last, " between " + first + " and " + last);
        }
        String years = " over the next " + (last - first == 1 ? "year" : numeral(last - first) + " years");
        return any(" by " + last, " through " + last, last - first > 1 && !later ? years : " by " + last);
    }

    private String numeral(int n) {
        String[] words = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
        return n >= 2 && n <= 10 ? any(words[n - 2], String.valueOf(n)) : String.valueOf(n);
    }

    /** {@code in El Paso, Texas}, {@code in the United Kingdom}, with a space before it; empty when nothing is said. */
    String place(Announced row) {
        if (!row.place().isEmpty()) {
            boolean named = row.destination().equals("US") || row.destination().equals("*");
            return " in " + row.place() + (named ? "" : ", " + country(row.destination()));
        }
        return row.destination().equals("*") ? "" : " in " + countries(row.destination());
    }

    String countries(String codes) {
        return Arrays.stream(codes.split(";")).map(Spoken::country).collect(Collectors.joining(" and "));
    }

    private static String country(String code) {
        return (WITH_ARTICLE.contains(code) ? "the " : "")
                + Countries.standard().nameOf(code);
    }

    /** The payer at the head of a sentence. */
    String payer(Announced row) {
        String name = row.payer();
        String of = "Government of ";
        if (name.startsWith(of)) {
            String country = name.substring(of.length());
            return any("The government of " + country, possessive(country) + " government");
        }
        return name;
    }

    private static String possessive(String country) {
        String bare = country.startsWith("the ") ? country.substring(4) : country;
        return (country.startsWith("the ") ? "The " : "") + bare + (bare.endsWith("s") ? "'" : "'s");
    }

    /** {@code In October 2024}; {@code Last year} in the year after. */
    static String coarseDay(Announced row) {
        return row.date().length() == 4 ? "Last year" : "In " + month(row.day());
    }

    static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day.getYear();
    }
}
