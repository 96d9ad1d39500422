package io.outlay.ingest.article;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Publication dates as papers and feeds print them, brought to the two shapes of the contract: an ISO date
 * ({@code 2025-02-25}) or an ISO instant ({@code 2025-02-25T09:00:00Z}).
 *
 * <p>An odd value (2099, 1900) passes: what it is worth is decided where claims get their day. A value that names no day is
 * null, never a guess. A time without a zone is taken as UTC.
 */
public final class PublicationDate {
    /** {@code 2025-02-25T09:00}, with blanks for the T, seconds and their fraction, and any zone that ISO 8601 knows. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    /** {@code 20250225T090000Z}, {@code 20250225090000} or {@code 20250225}, as archives write it. */
    private static final DateTimeFormatter COMPACT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("MMdd['T']HHmmss[X]")
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter COMPACT_DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    /** {@code Tue, 25 Feb 2025 09:00:00}; the weekday and the zone are taken off before. */
    private static final DateTimeFormatter RFC_822 = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM ")
            .appendValueReduced(ChronoField.YEAR, 2, 4, 1970)
            .appendPattern("[ H:mm[:ss]]")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3,9}\\.?,?\\s+(?=\\d)");
    private static final Pattern MONTH_IN_FULL = Pattern.compile("(?<=\\d )([A-Za-z]{3})[a-z]*\\.?(?= \\d)");
    private static final Pattern AMERICAN =
            Pattern.compile("^(?:[A-Za-z]{3,9}, )?([A-Za-z]{3})[a-z]*\\.? (\\d{1,2}),? (\\d{4})(?!\\d)");
    /** {@code 2025/2/25}, {@code 2025年2月25日}: the year first, so there is no doubt; a clock behind it is left. */
    private static final Pattern YEAR_FIRST =
            Pattern.compile("^(\\d{4})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?:日|(?=\\s|$))");

    /** {@code 25.02.2025}, {@code 25/02/2025}, {@code 02/25/2025}. */
    private static final Pattern YEAR_LAST = Pattern.compile("^(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?=\\s|$)");

    /** Seconds or milliseconds since 1970, of this century's first hundred years. */
    private static final Pattern EPOCH = Pattern.compile("^([1-3]\\d{9})(\\d{3})?$");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final int MONTHS = 12;

    private static final Pattern ZONE_NAME = Pattern.compile("\\[[\\w/+-]+]$");

    private static final Pattern ZONE =
            Pattern.compile("\\s+([A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2}|(?:GMT|UTC)[+-]\\d{1,4})$");

    /** The zone names of RFC 822 and the few others that feeds use; an unknown one is taken as UTC. */
    private static final Map<String, ZoneOffset> ZONES = Map.ofEntries(
            Map.entry("EST", ZoneOffset.ofHours(-5)),
            Map.entry("EDT", ZoneOffset.ofHours(-4)),
            Map.entry("CST", ZoneOffset.ofHours(-6)),
            Map.entry("CDT", ZoneOffset.ofHours(-5)),
            Map.entry("MST", ZoneOffset.ofHours(-7)),
            Map.entry("MDT", ZoneOffset.ofHours(-6)),
            Map.entry("PST", ZoneOffset.ofHours(-8)),
            Map.entry("PDT", ZoneOffset.ofHours(-7)),
            Map.entry("BST", ZoneOffset.ofHours(1)),
            Map.entry("CET", ZoneOffset.ofHours(1)),
            Map.entry("CEST", ZoneOffset.ofHours(2)),
            Map.entry("JST", ZoneOffset.ofHours(9)),
            Map.entry("KST", ZoneOffset.ofHours(9)));

    private static final List<DateTimeFormatter> TIMES = List.of(ISO, COMPACT);

    private PublicationDate() {}

    /** @return an ISO date or an ISO instant; null when {@code printed} names no day */
    public static @Nullable String normalise(@Nullable String printed) {
        if (printed == null || printed.isBlank() || printed.length() > 64) {
            return null;
        }
        String text = ZONE_NAME
                .matcher(BLANKS.matcher(printed.strip()).replaceAll(" "))
                .replaceFirst("");
        return day(text)
                .or(() -> time(text))
                .or(() -> rfc822(text))
                .or(() -> american(text))
                .or(() -> numbers(text))
                .or(() -> epoch(text))
                .orElse(null);
    }

    /** @param normalised what {@link #normalise} gave; a date begins at midnight UTC */
    public static @Nullable Instant toInstant(@Nullable String normalised) {
        if (normalised == null) {
            return null;
        }
        return normalised.contains("T")
                ? Instant.parse(normalised)
                : LocalDate.parse(normalised).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Optional<String> day(String text) {
        return parse(DateTimeFormatter.ISO_LOCAL_DATE, text)
                .or(() -> parse(COMPACT_DAY, text))
                .map(parsed -> LocalDate.from(parsed).toString());
    }

    private static Optional<String> time(String text) {
        boolean blankForT = text.length() > 10 && text.charAt(10) == ' ';
        String iso =
                blankForT ? text.substring(0, 10) + "T" + text.substring(11).replace(" ", "") : text;
        String zoned = iso.toUpperCase(Locale.ROOT).replaceFirst("(UTC|GMT)$", "Z");
        return TIMES.stream()
                .flatMap(format -> parse(format, zoned).stream())
                .findFirst()
                .flatMap(PublicationDate::instant);
    }

    private static Optional<String> rfc822(String text) {
        String dated = WEEKDAY.matcher(text).replaceFirst("");
        Matcher zone = ZONE.matcher(dated);
        boolean zoned = zone.find();
        ZoneOffset offset = zoned ? zone(zone.group(1)) : ZoneOffset.UTC;
        String local = (zoned ? dated.substring(0, zone.start()) : dated).replace('-', ' ');
        return parse(RFC_822, MONTH_IN_FULL.matcher(local).replaceFirst("$1"))
                .map(parsed -> parsed.isSupported(ChronoField.HOUR_OF_DAY)
                        ? LocalDateTime.from(parsed).toInstant(offset).toString()
                        : LocalDate.from(parsed).toString());
    }

    /** Of {@code February 25, 2025 9:00 AM EST} the day; its clock is read in too many ways to be trusted. */
    private static Optional<String> american(String text) {
        Matcher date = AMERICAN.matcher(text);
        return date.find() ? rfc822(date.group(2) + " " + date.group(1) + " " + date.group(3)) : Optional.empty();
    }

    /** The day, where the order of its numbers is beyond doubt: {@code 03/04/2025} is none. */
    private static Optional<String> numbers(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.find()) {
            return date(first.group(1), first.group(2), first.group(3));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (!last.find()) {
            return Optional.empty();
        }
        int one = Integer.parseInt(last.group(1));
        int other = Integer.parseInt(last.group(3));
        if (last.group(2).equals(".") || one > MONTHS || one == other) {
            return date(last.group(4), last.group(3), last.group(1));
        }
        return other > MONTHS ? date(last.group(4), last.group(1), last.group(3)) : Optional.empty();
    }

    private static Optional<String> date(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(date.toString());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> epoch(String text) {
        Matcher epoch = EPOCH.matcher(text);
        return epoch.matches()
                ? Optional.of(
                        Instant.ofEpochSecond(Long.parseLong(epoch.group(1))).toString())
                : Optional.empty();
    }

    private static ZoneOffset zone(String printed) {
        String name = printed.toUpperCase(Locale.ROOT);
        String offset = name.replaceFirst("^(GMT|UTC)(?=[+-])", "");
        if (offset.startsWith("+") || offset.startsWith("-")) {
            try {
                return ZoneOffset.of(offset);
            } catch (DateTimeException noSuchOffset) {
                return ZoneOffset.UTC;
            }
        }
        return ZONES.getOrDefault(name, ZoneOffset.UTC);
    }

    private static Optional<String> instant(TemporalAccessor parsed) {
        try {
            return Optional.of(
                    parsed.isSupported(ChronoField.OFFSET_SECONDS)
                            ? OffsetDateTime.from(parsed).toInstant().toString()
                            : LocalDateTime.from(parsed)
                                    .toInstant(ZoneOffset.UTC)
                                    .toString());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<TemporalAccessor> parse(DateTimeFormatter format, String text) {
        ParsePosition end = new ParsePosition(0);
        if (format.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
            return Optional.empty(); // most dates have another shape, and an exception for each takes its time
        }
        try {
            return Optional.of(format.parse(text));
        } catch (DateTimeException notThisShape) {
            return Optional.empty();
        }
    }
}
