package io.outlay.enrich.text.amount;

import io.outlay.contracts.CsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The numerals of Chinese, Japanese and Korean: 四十九兆九千五百九十二億, 3조 5,000억, 1万亿.
 *
 * <p>A number is a sum of sections, each below ten thousand and multiplied by a large power (万, 億, 兆); a section is a sum of digits
 * multiplied by small powers (十, 百, 千). Digits may be written either way, and mixed.
 */
final class EastAsianNumerals {
    /** 数, 수 before a power. */
    private static final int SEVERAL = 12;

    /** 多, 余 behind digits. */
    private static final int PLUS = 13;

    /** From here on powers multiply a whole section. */
    private static final int LARGE = 4;

    /** The character at index c − 0x3000 is: 0 nothing, 1 to 10 the digit 0 to 9, −p the power p, or one of the two above. */
    private final byte[] signs = new byte[0xD800 - 0x3000];

    private final List<String> beginnings = new ArrayList<>();

    EastAsianNumerals(List<CsvTable.Row> rows, Map<String, Integer> powers) {
        for (CsvTable.Row row : rows) {
            String kind = row.need("kind");
            if (kind.equals("several") || kind.equals("plus")) {
                for (String form : row.get("forms").split("/")) {
                    put(form, kind.equals("plus") ? PLUS : SEVERAL);
                }
            } else if (kind.equals("numeral")) {
                int value = Numerals.number(row, "first");
                for (String spellings : row.list("forms")) {
                    for (String form : spellings.split("/")) {
                        put(form, value == 10 ? -1 : value + 1);
                    }
                    value += Numerals.number(row, "step");
                }
            }
        }
        powers.forEach((form, power) -> put(form, -power));
    }

    private void put(String form, int sign) {
        signs[form.charAt(0) - 0x3000] = (byte) sign;
        if (sign != PLUS) {
            beginnings.add(form);
        }
    }

    List<String> beginnings() {
        return beginnings;
    }

    private int sign(String text, int at) {
        if (at >= text.length()) {
            return 0;
        }
        int index = text.charAt(at) - 0x3000;
        return index < 0 || index >= signs.length ? 0 : signs[index];
    }

    boolean begins(String text, int at) {
        return sign(text, at) != 0 && sign(text, at) != PLUS;
    }

    /** The sum as it grows. */
    private static final class Sum {
        private long total;
        private long section;
        private long digits = -1;
        private int lastPower;
        private boolean powers;
        private boolean large;
        private boolean overflow;

        void digit(int digit) {
            digits = Math.max(digits, 0) * 10 + digit;
            overflow |= digits > 9_999_999_999L;
        }

        void power(int power) {
            powers = true;
            lastPower = power;
            if (power < LARGE) {
                section = add(section, times(digits < 0 ? 1 : digits, power));
            } else {
                large = true;
                section += Math.max(digits, 0);
                // 1万亿: a second large power multiplies all that stands before it
                total = section == 0 ? times(total, power) : add(total, times(section, power));
                section = 0;
            }
            digits = -1;
        }

        long value() {
            return total + section + Math.max(digits, 0);
        }

        private long add(long a, long b) {
            overflow |= a > Long.MAX_VALUE / 4 || b > Long.MAX_VALUE / 4;
            return overflow ? 0 : a + b;
        }

        private long times(long value, int power) {
            long result = value;
            for (int i = 0; i < power && !overflow; i++) {
                overflow = result > Long.MAX_VALUE / 40;
                result *= 10;
            }
            return overflow ? 0 : result;
        }
    }

    /** Reads on behind the digits that {@code q} holds (3조, 36.57亿). Leaves {@code q} alone if no power follows. */
    void readBehindDigits(String text, Quantity q) {
        int at = Chars.skipSpace(text, q.end);
        boolean plus = sign(text, at) == PLUS;
        at = plus ? at + 1 : at;
        if (sign(text, at) >= 0) {
            return;
        }
        q.openEnded = plus;
        if (q.power < 0) {
            readPowers(text, at, q);
            return;
        }
        Sum sum = new Sum();
        sum.digits = q.mantissa;
        read(text, at, sum, q);
    }

    /** Reads a number that begins with a numeral; invalid if it is a single Korean syllable, which is a common word. */
    void readFromStart(String text, int at, Quantity q) {
        q.reset(at);
        if (sign(text, at) == SEVERAL) {
            readSeveral(text, at + 1, q);
            return;
        }
        Sum sum = new Sum();
        q.valid = true;
        read(text, at, sum, q);
        boolean korean = text.charAt(at) >= 0xAC00;
        boolean onlyPower = sign(text, at) <= -LARGE;
        q.valid &= !onlyPower && (!korean || sum.powers);
    }

    /** 数百億: two hundred to 999 of them. */
    private void readSeveral(String text, int at, Quantity q) {
        int power = -sign(text, at);
        if (power <= 0 || power >= LARGE) {
            q.end = at;
            return;
        }
        q.mantissa = 2;
        q.vagueHigh = 10;
        for (int i = 0; i < power; i++) {
            q.mantissa *= 10;
            q.vagueHigh *= 10;
        }
        q.vagueHigh--;
        q.valid = true;
        q.end = at + 1;
        readPowers(text, q.end, q);
    }

    /** 1.2万亿: after decimals only powers may follow. */
    private void readPowers(String text, int from, Quantity q) {
        int at = from;
        while (sign(text, at) < 0 && q.scalePower < 18) {
            q.power -= sign(text, at);
            q.scalePower -= sign(text, at);
            at++;
            q.end = at;
        }
        q.scaled = q.scalePower >= LARGE;
    }

    private void read(String text, int from, Sum sum, Quantity q) {
        int at = from;
        while (true) {
            int sign = sign(text, at);
            if (sign == PLUS && sign(text, at + 1) < 0 && sum.value() > 0) {
                q.openEnded = true; // 百余亿
                at++;
                sign = sign(text, at);
            }
            if (sign == 0 || sign >= SEVERAL) {
                int behind = sum.powers && sum.digits < 0 ? digitsBehind(text, at, sum.lastPower) : -1;
                if (behind < 0) {
                    break;
                }
                for (int i = at; i < behind; i++) {
                    if (Chars.isDigit(text.charAt(i))) {
                        sum.digit(Chars.digit(text.charAt(i)));
                    }
                }
                at = behind;
            } else if (sign > 0) {
                sum.digit(sign - 1);
                at++;
            } else {
                sum.power(-sign);
                at++;
            }
            if (sum.overflow) {
                q.valid = false;
                q.end = at;
                return;
            }
            q.end = at;
            int next = Chars.skipSpace(text, at);
            at = sign(text, next) != 0 && (sum.powers || sign(text, next) < 0) ? next : at;
        }
        q.mantissa = sum.value();
        q.scaled = sum.large;
        q.scalePower = sum.large ? LARGE : 0;
    }

    /**
     * Digits may continue after a power if they are fewer than its zeros: 1億2345円, 3조 5,000억, 1만 2천 345.
     *
     * @return the place behind them, -1 if none continue
     */
    private static int digitsBehind(String text, int at, int power) {
        int from = Chars.skipSpace(text, at);
        int end = from;
        int count = 0;
        while (end < text.length() && count <= LARGE) {
            char c = text.charAt(end);
            boolean comma = c == ',' && count == 1 && end + 1 < text.length() && Chars.isDigit(text.charAt(end + 1));
            if (!comma && !Chars.isDigit(c)) {
                break;
            }
            count += comma ? 0 : 1;
            end++;
        }
        return count > 0 && count <= Math.min(power, LARGE) ? end : -1;
    }
}
