package io.outlay.ingest.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which characters the bytes of a page or feed are. Servers are often set up to say one thing of all that they have, so the bytes
 * themselves are asked first: text that is not UTF-8 is hardly ever valid UTF-8 by chance.
 */
public final class TextCharset {
    private static final int BEGINNING_BYTES = 4 * 1024;
    private static final Pattern DECLARED = Pattern.compile(
            "(?:charset\\s*=|<\\?xml[^>]{0,100}encoding\\s*=)\\s*[\"']?([\\w:.-]+)", Pattern.CASE_INSENSITIVE);

    /** A cut character here and there does not make a text anything else than UTF-8. */
    private static final int WHOLE_PER_BROKEN = 10;

    private TextCharset() {}

    /**
     * The name of the character set, for jsoup.
     *
     * @param said by the server, null when it said nothing
     * @return null where a byte order mark tells, or the text itself
     */
    public static @Nullable String of(byte[] bytes, @Nullable String said) {
        if (hasMark(bytes)) {
            return null;
        }
        Utf8Count count = Utf8Count.of(bytes);
        if (count.whole() > 0 && count.broken() * WHOLE_PER_BROKEN <= count.whole()) {
            return StandardCharsets.UTF_8.name();
        }
        boolean isAscii = count.whole() == 0 && count.broken() == 0;
        String name = believed(supported(said), isAscii);
        if (name == null) {
            name = believed(supported(declared(bytes)), isAscii);
        }
        return name != null || isAscii ? name : "windows-1252";
    }

    /** What is not ASCII is not UTF-8 either, if we come to this. */
    private static @Nullable String believed(@Nullable String name, boolean isAscii) {
        return isAscii || !StandardCharsets.UTF_8.name().equals(name) ? name : null;
    }

    /** The text that the bytes are. */
    static String decoded(byte[] bytes, @Nullable String said) {
        if (hasMark(bytes)) {
            return isUtf16(bytes)
                    ? new String(bytes, StandardCharsets.UTF_16) // honours the mark, and takes it off
                    : new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        String name = of(bytes, said);
        return new String(bytes, name == null ? StandardCharsets.UTF_8 : Charset.forName(name));
    }

    private static boolean hasMark(byte[] bytes) {
        return isUtf16(bytes) || (first(bytes) == 0xEFBB && bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF);
    }

    /** Whether a byte order mark says so. */
    static boolean isUtf16(byte[] bytes) {
        return first(bytes) == 0xFEFF || first(bytes) == 0xFFFE;
    }

    private static int first(byte[] bytes) {
        return bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    }

    private static @Nullable String declared(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, BEGINNING_BYTES), StandardCharsets.ISO_8859_1);
        String lower = beginning.toLowerCase(Locale.ROOT);
        if (!lower.contains("charset") && !lower.contains("encoding")) {
            return null;
        }
        Matcher declared = DECLARED.matcher(beginning);
        return declared.find() ? declared.group(1) : null;
    }

    private static @Nullable String supported(@Nullable String name) {
        try {
            return name != null && Charset.isSupported(name)
                    ? Charset.forName(name).name()
                    : null;
        } catch (IllegalArgumentException noCharset) {
            return null;
        }
    }

    /** Characters of more than one byte: those that are whole, and bytes that belong to none. */
    private record Utf8Count(int whole, int broken) {
        static Utf8Count of(byte[] bytes) {
            int whole = 0;
            int broken = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] < 0) {
                    int more = following(bytes, i);
                    whole += more > 0 ? 1 : 0;
                    broken += more > 0 ? 0 : 1;
                    i += more;
                }
            }
            return new Utf8Count(whole, broken);
        }

        /** How many bytes of the character follow its first one; 0 when it is none. */
        private static int following(byte[] bytes, int at) {
            int first = bytes[at] & 0xFF;
            int more = first >= 0xF0 && first < 0xF5
                    ? 3
                    : first >= 0xE0 && first < 0xF0 ? 2 : first >= 0xC2 && first < 0xE0 ? 1 : 0;
            for (int i = 1; i <= more; i++) {
                if (at + i >= bytes.length || (bytes[at + i] & 0xC0) != 0x80) {
                    return 0;
                }
            }
            return more;
        }
    }
}
