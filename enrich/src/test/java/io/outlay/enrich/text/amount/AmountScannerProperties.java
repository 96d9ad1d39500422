package io.outlay.enrich.text.amount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Currencies;
import io.outlay.contracts.Currency;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any text, and for any amount that is written out and read again. */
class AmountScannerProperties {
    private static final AmountScanner SCANNER = AmountScanner.standard();

    /** How a language writes numbers, and its words for a million and more. */
    private record Style(String language, String group, String decimal, List<String> scales, int power) {}

    private static final List<Style> STYLES = List.of(
            new Style("en", ",", ".", List.of("", "million", "billion", "trillion"), 3),
            new Style("en", ",", ".", List.of("", "mn", "bn", "tn"), 3),
            new Style("de", ".", ",", List.of("", "Millionen", "Milliarden", "Billionen"), 3),
            new Style("fr", "\u202F", ",", List.of("", "millions", "milliards", "billions"), 3),
            new Style("es", ".", ",", List.of("", "millones", "mil millones", "billones"), 3),
            new Style("pt", ".", ",", List.of("", "milhões", "bilhões", "trilhões"), 3),
            new Style("it", ".", ",", List.of("", "milioni", "miliardi", "bilioni"), 3),
            new Style("sv", "\u00A0", ",", List.of("", "miljoner", "miljarder", "biljoner"), 3),
            new Style("tr", ".", ",", List.of("", "milyon", "milyar", "trilyon"), 3),
            new Style("hi", ",", ".", List.of("", "मिलियन", "अरब", "लाख करोड़"), 3),
            new Style("zh", ",", ".", List.of("", "百万", "十亿", "万亿"), 3),
            new Style("ja", ",", ".", List.of("", "百万", "十億", "兆"), 3),
            new Style("ko", ",", ".", List.of("", "백만", "십억", "조"), 3));

    /** What texts and attacks are made of. */
    private static final List<String> PIECES = List.of(
            "$",
            "US$",
            "€",
            "¥",
            "kr",
            "Rs",
            "USD",
            "yuan",
            "dollars",
            "Australian ",
            "元",
            "원",
            "1",
            "12",
            "1,000",
            "3.5",
            "1.2.3",
            "00",
            "½",
            "billion",
            "million",
            "bn",
            "B",
            "M",
            "lakh crore",
            "万",
            "億",
            "조",
            "一",
            "千",
            "tens of ",
            "half a ",
            "a ",
            "twenty",
            "-",
            "–",
            " to ",
            " and ",
            "between ",
            "about ",
            "up to ",
            " ",
            "  ",
            "\n",
            ".",
            ",",
            "(",
            ")",
            "%",
            "/",
            "\u200B",
            "\u202E",
            "\u200F",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "\u0000",
            "é",
            "x",
            "عشرة",
            "\u0660\u0661",
            "रुपये",
            "per month",
            "&amp;",
            "<b>",
            "\u00A0",
            "einundzwanzig",
            "cents",
            "\uFF11");

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<Currency> codes() {
        return Arbitraries.of(Currencies.standard().all().stream()
                .filter(currency -> currency.signs().contains(currency.code()))
                .toList());
    }

    @Provide
    Arbitrary<Style> styles() {
        return Arbitraries.of(STYLES);
    }

    /** Numbers of up to seven digits, two of them decimals. */
    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 9_999_999),
                        Arbitraries.integers().between(0, 2))
                .as(BigDecimal::valueOf);
    }

    @Property
    void neverThrowsAndStaysInBounds(@ForAll("anyText") String text) {
        int floor = 0;
        for (FoundAmount amount : SCANNER.scan(text, AmountHints.none())) {
            assertTrue(floor <= amount.start() && amount.start() < amount.end() && amount.end() <= text.length());
            assertTrue(amount.low().compareTo(amount.headline()) <= 0);
            assertTrue(amount.headline().compareTo(amount.high()) <= 0);
            assertTrue(amount.candidates().contains(amount.currency()));
            assertTrue(amount.amount().high() >= 0);
            floor = amount.end();
        }
    }

    @Property
    void readsWhatIsWrittenInAnyStyle(
            @ForAll("codes") Currency currency,
            @ForAll("numbers") BigDecimal number,
            @ForAll("styles") Style style,
            @ForAll @IntRange(max = 3) int scale,
            @ForAll boolean codeFirst) {
        String written = write(number, style);
        String quantity = scale == 0 ? written : written + " " + style.scales.get(scale);
        String printed = codeFirst ? currency.code() + " " + quantity : quantity + " " + currency.code();
        BigDecimal value = number.scaleByPowerOfTen(scale == 0 ? 0 : 3 + 3 * scale);
        List<FoundAmount> found = SCANNER.scan("x: " + printed + ".", AmountHints.ofLanguage(style.language));
        if (value.compareTo(BigDecimal.valueOf((1L << 53) - 1)) > 0) {
            assertEquals(0, found.size());
            return;
        }
        assertEquals(1, found.size(), printed);
        assertEquals(printed, "x: ".length() + printed.length() == found.get(0).end() ? printed : found.toString());
        assertEquals(0, value.compareTo(found.get(0).headline()), () -> printed + " was read as " + found);
        assertEquals(currency.code(), found.get(0).currency());
    }

    @Property
    void findsAnAmountWhereverItStands(
            @ForAll("anyText") String before, @ForAll @IntRange(min = 2, max = 900) int number) {
        String lead = before + " then he left for Oslo. ";
        String printed = "€" + number + " billion";
        List<FoundAmount> found = SCANNER.scan(lead + printed, AmountHints.ofLanguage("en"));
        FoundAmount last = found.get(found.size() - 1);
        assertEquals(lead.length(), last.start());
        assertEquals(lead.length() + printed.length(), last.end());
        assertEquals(number * 1_000_000_000L, last.amount().headline());
    }

    /** The work is counted, not timed: twice the text is at most twice the work, whatever the text repeats. */
    @Property(tries = 300)
    void worksInLinearTime(@ForAll("anyText") String unit) {
        long once = work(unit.repeat(64));
        long twice = work(unit.repeat(128));
        assertTrue(twice <= 2 * once + 16L * (unit.length() + 16), () -> once + " then " + twice);
    }

    private static long work(String text) {
        AmountScan scan = SCANNER.scan(text, new TextLanguage(text, "de"));
        scan.run();
        return scan.work();
    }

    private static String write(BigDecimal number, Style style) {
        String[] parts = number.toPlainString().split("\\.");
        StringBuilder grouped = new StringBuilder(parts[0]);
        for (int i = parts[0].length() - 3; i > 0; i -= 3) {
            grouped.insert(i, style.group);
        }
        return parts.length == 1 ? grouped.toString() : grouped + style.decimal + parts[1];
    }
}
