package io.outlay.ingest.file;

import io.outlay.ingest.source.Sighting;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** Which format some bytes have: by what they begin with where that is plain, else by the name's ending, else by a guess. */
final class Formats {
    private static final int PEEK_BYTES = 64 * 1024;

    /** A new kind of file is one line here. */
    private static final Map<String, Format> BY_ENDING = Map.of(
            "ndjson", new Ndjson(),
            "jsonl", new Ndjson(),
            "txt", new PlainText(),
            "text", new PlainText());

    private Formats() {}

    /** Whether a file of this name in a folder is read, when nobody asked for it by name. */
    static boolean isReadInFolders(String name) {
        String plain = ending(name).equals("gz") ? name.substring(0, name.length() - 3) : name;
        String ending = ending(plain);
        return BY_ENDING.containsKey(ending) || ending.equals("json") || ending.equals("zip");
    }

    static Iterator<Sighting> read(InputStream bytes, String name) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, PEEK_BYTES);
        byte[] beginning = peek(in);
        if (startsWith(beginning, 0x1F, 0x8B)) {
            String plainName = ending(name).equals("gz") ? name.substring(0, name.length() - 3) : name;
            return read(Unpacking.gzip(in), plainName);
        }
        if (startsWith(beginning, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
        }
        Format format = BY_ENDING.get(ending(name));
        return (format != null ? format : guess(new String(beginning, StandardCharsets.UTF_8))).read(in, name);
    }

    /** {@code {"id": …}} on the first line is NDJSON, any other bracket JSON; all else is text. */
    private static Format guess(String beginning) {
        String text = beginning.replaceFirst("^\\uFEFF", "").stripLeading();
        if (text.startsWith("{")) {
            int newline = text.indexOf('\n');
            String firstLine = newline < 0 ? text : text.substring(0, newline).stripTrailing();
            return newline < 0 || firstLine.endsWith("}") ? new Ndjson() : new JsonDocument();
        }
        if (text.isEmpty()) {
            return new Ndjson(); // no lines, no articles
        }
        return text.startsWith("[") ? new JsonDocument() : new PlainText();
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(PEEK_BYTES);
        byte[] beginning = in.readNBytes(PEEK_BYTES);
        in.reset();
        return beginning;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
