package io.outlay.ingest.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes, none of them longer than the limit: of a longer one the rest is passed over. */
final class Lines {
    /** A body at its limit, all of it escaped as {@code \\u0000}, and the fields around it. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    /** @param bytes without the line's end; null when the line is longer than {@link #MAX_BYTES} */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Line(long number, byte @Nullable [] bytes) {}

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int end;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** @return null at the end */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(4 * 1024);
        boolean tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int newline = newline();
            int stop = newline < 0 ? end : newline;
            tooLong |= line.size() + (stop - position) > MAX_BYTES;
            if (!tooLong) {
                line.write(buffer, position, stop - position);
            }
            position = newline < 0 ? end : newline + 1;
            if (newline >= 0) {
                break;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        return new Line(number, tooLong ? null : withoutReturn(line.toByteArray()));
    }

    private boolean fill() throws IOException {
        if (position < end) {
            return true;
        }
        position = 0;
        end = in.read(buffer);
        return end > 0;
    }

    private int newline() {
        for (int i = position; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean returned = line.length > 0 && line[line.length - 1] == '\r';
        return returned ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
