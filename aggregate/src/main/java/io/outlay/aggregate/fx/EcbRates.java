package io.outlay.aggregate.fx;

import io.outlay.contracts.FxRate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the European Central Bank's euro reference rates, as it publishes them: a CSV of one day or of all days, a ZIP that holds such
 * a CSV, or the XML. They are units for one euro; what comes out is units for one dollar,
 * {@code unitsPerUsd = unitsPerEur / dollarsPerEur}, to 12 significant digits.
 */
public final class EcbRates {
    /** What the rates name as their basis. */
    public static final String BASIS = "ECB euro reference rate, crossed via USD";

    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    /** Far above the ECB's whole history (2 MB); a ZIP that unpacks to more is none of the ECB's. */
    private static final int MAX_UNPACKED_BYTES = 64 << 20;

    /** The day's own file says {@code 23 November 2026}, the history {@code 2026-11-23}. */
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private EcbRates() {}

    /**
     * The rates of a file, sorted by key. The kind of file is told by its first bytes.
     *
     * @throws IllegalArgumentException if it is none of the three; the message says what is wrong and in which line
     */
    public static List<FxRate> read(byte[] file) {
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            return csv(new String(unzip(file), StandardCharsets.UTF_8));
        }
        String text =
                new String(file, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        return text.startsWith("<") ? xml(text) : csv(text);
    }

    private static byte[] unzip(byte[] file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                    return readAtMost(zip);
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the ZIP is damaged: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("the ZIP holds no .csv file");
    }

    private static byte[] readAtMost(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_UNPACKED_BYTES + 1);
        if (bytes.length > MAX_UNPACKED_BYTES) {
            throw new IllegalArgumentException("the ZIP unpacks to more than " + MAX_UNPACKED_BYTES + " bytes");
        }
        return bytes;
    }

    private static List<FxRate> csv(String text) {
        String[] lines = text.split("\\R");
        String[] header = cells(lines[0]);
        if (!header[0].equalsIgnoreCase("Date")) {
            throw new IllegalArgumentException("line 1: the ECB's CSV begins with 'Date', not '" + header[0] + "'");
        }
        Map<String, FxRate> rates = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            String[] row = cells(lines[i]);
            Map<String, String> perEuro = new TreeMap<>();
            for (int cell = 1; cell < Math.min(row.length, header.length); cell++) {
                if (!row[cell].isEmpty() && !row[cell].equals("N/A")) {
                    perEuro.put(header[cell], row[cell]);
                }
            }
            addCrossed(row[0], perEuro, "line " + (i + 1), rates);
        }
        return List.copyOf(rates.values());
    }

    private static String[] cells(String line) {
        String[] cells = line.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return cells;
    }

    /** Without a document type there are no entities to expand, so the reader is told to know neither. */
    private static List<FxRate> xml(String text) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, FxRate> rates = new TreeMap<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            String day = null;
            Map<String, String> perEuro = new TreeMap<>();
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT
                        || !xml.getLocalName().equals("Cube")) {
                    continue;
                }
                String time = attribute(xml, "time");
                String currency = attribute(xml, "currency");
                String rate = attribute(xml, "rate");
                if (time != null) {
                    addCrossed(day, perEuro, "the day before " + time, rates);
                    day = time;
                    perEuro = new TreeMap<>();
                } else if (currency != null && rate != null) {
                    perEuro.put(currency, rate);
                }
            }
            addCrossed(day, perEuro, "the last day", rates);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not the ECB's XML: " + e.getMessage(), e);
        }
        if (rates.isEmpty()) {
            throw new IllegalArgumentException("not the ECB's XML: it has no Cube with a time and rates");
        }
        return List.copyOf(rates.values());
    }

    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        return xml.getAttributeValue(null, name);
    }

    private static void addCrossed(
            @Nullable String day, Map<String, String> perEuro, String where, Map<String, FxRate> rates) {
        if (day == null) {
            return;
        }
        String isoDay = isoDay(day, where);
        BigDecimal dollars = number(perEuro.get("USD"), "USD", where);
        List<Map.Entry<String, BigDecimal>> all = new ArrayList<>();
        all.add(Map.entry("EUR", BigDecimal.ONE));
        perEuro.forEach((currency, rate) -> all.add(Map.entry(currency, number(rate, currency, where))));
        for (Map.Entry<String, BigDecimal> one : all) {
            if (!one.getKey().equals("USD")) {
                String perDollar = one.getValue()
                        .divide(dollars, DIGITS)
                        .stripTrailingZeros()
                        .toPlainString();
                FxRate rate = new FxRate(one.getKey(), isoDay, perDollar, BASIS);
                rates.put(rate.key(), rate);
            }
        }
    }

    private static BigDecimal number(@Nullable String text, String currency, String where) {
        try {
            BigDecimal number = new BigDecimal(text == null ? "" : text);
            if (number.signum() > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with its place
        }
        throw new IllegalArgumentException(where + ": the rate of " + currency + " is no positive number: " + text);
    }

    private static String isoDay(String text, String where) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}")
                    ? LocalDate.parse(text).toString()
                    : LocalDate.parse(text, LONG_DATE).toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(where + ": '" + text + "' is no day", e);
        }
    }
}
