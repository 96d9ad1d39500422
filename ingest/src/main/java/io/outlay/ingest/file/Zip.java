package io.outlay.ingest.file;

import io.outlay.ingest.source.Pull;
import io.outlay.ingest.source.Sighting;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a ZIP archive one after another, read as they come: nothing is unpacked to disk. Entries that nobody would make in
 * good faith are refused: names that leave the archive, more than {@value #MAX_ENTRIES} of them.
 */
final class Zip implements Format {
    static final int MAX_ENTRIES = 100_000;

    /** Of names that do not say that they are UTF-8, as the format has it; no name is broken in it. */
    private static final Charset NAMES = Charset.forName("IBM437");

    private final Formats formats;
    private final int wrappings;

    /** @param wrappings in how many archives its entries stand */
    Zip(Formats formats, int wrappings) {
        this.formats = formats;
        this.wrappings = wrappings;
    }

    @Override
    public Iterator<Sighting> read(InputStream in, String name) {
        Counting packed = new Counting(in);
        ZipInputStream zip = new ZipInputStream(packed, NAMES);
        return new Pull<>() {
            private Iterator<Sighting> entry = Collections.emptyIterator();
            private int entries;

            @Override
            protected @Nullable Sighting pull() {
                try {
                    while (!entry.hasNext()) {
                        ZipEntry next = zip.getNextEntry();
                        if (next == null) {
                            return null;
                        }
                        if (++entries > MAX_ENTRIES) {
                            throw new IOException("more than " + MAX_ENTRIES + " files in one archive");
                        }
                        String where = name + "!" + next.getName();
                        if (leavesTheArchive(next.getName())) {
                            return new Sighting.Refused(where, "the name leads out of the archive");
                        }
                        if (!next.isDirectory() && formats.isReadUnasked(next.getName())) {
                            entry = formats.read(Unpacking.of(new Unclosed(zip), packed), where, wrappings);
                        }
                    }
                    return entry.next();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static boolean leavesTheArchive(String name) {
        String unix = name.replace('\\', '/');
        return unix.startsWith("/") || unix.matches("^[A-Za-z]:.*") || ("/" + unix + "/").contains("/../");
    }

    /** A reader of one entry may close what it reads; the archive goes on. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return in.read(into, from, length);
        }

        @Override
        public void close() {}
    }
}
