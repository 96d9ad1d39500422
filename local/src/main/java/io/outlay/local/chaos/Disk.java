package io.outlay.local.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a disk full. */
final class Disk {
    private static final int CHUNK = 64 * 1024;

    private Disk() {}

    /** Writes a file until nothing more can be written on its disk. */
    static void fill(Path file) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int size = CHUNK;
        try (OutputStream out = Files.newOutputStream(file)) {
            while (size > 0) {
                try {
                    out.write(chunk, 0, size);
                } catch (IOException full) {
                    size /= 2;
                }
            }
        }
    }
}
