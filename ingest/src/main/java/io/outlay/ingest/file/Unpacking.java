package io.outlay.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Unpacked bytes with an eye on their mass, so that a few bytes cannot become as many as fill a machine. Deflate makes at most
 * 1,032 bytes out of one, and only of monotony; text shrinks to a third, tables to a thirtieth.
 */
final class Unpacking extends FilterInputStream {
    private static final int MAX_RATIO = 200;
    /** Below this a bomb does no harm, and the ratio of a small file says little. */
    private static final long FREE_BYTES = 16L * 1024 * 1024;

    private final Counting packed;
    private final long packedBefore;
    private long unpacked;

    private Unpacking(InputStream unpacking, Counting packed) {
        super(unpacking);
        this.packed = packed;
        this.packedBefore = packed.count();
    }

    /** All members of a gzip stream. */
    static InputStream gzip(InputStream packed) throws IOException {
        Counting counted = new Counting(packed) {
            /** The JDK takes nothing available for the end of the last member, which on a pipe is only a pause. */
            @Override
            public int available() throws IOException {
                return Math.max(1, super.available());
            }
        };
        return new Unpacking(new GZIPInputStream(counted, 64 * 1024), counted);
    }

    /** What an unpacker makes of the bytes that {@code packed} has counted. */
    static InputStream of(InputStream unpacking, Counting packed) {
        return new Unpacking(unpacking, packed);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        return b < 0 ? b : grown(b, 1);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        return grown(count, Math.max(0, count));
    }

    private int grown(int result, int bytes) throws IOException {
        unpacked += bytes;
        if (unpacked > FREE_BYTES && unpacked > MAX_RATIO * (packed.count() - packedBefore)) {
            throw new IOException("unpacks to more than " + MAX_RATIO + " times its size, as a bomb does");
        }
        return result;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
