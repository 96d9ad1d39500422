package io.outlay.local.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the wall clock of processes jump while they run, by Debian's {@code libfaketime}; the clock that waits are measured with goes on as
 * it is.
 */
final class Clocks {
    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final Path offset;
    private final Optional<Path> library;

    /** @param offset the file that holds how far the clock is off */
    Clocks(Path offset) throws IOException {
        this.offset = offset;
        this.library = find();
        jump(Duration.ZERO);
    }

    /** Whether there is a way to make clocks jump on this machine. */
    boolean canJump() {
        return library.isPresent();
    }

    /** The environment of a process whose clock is to jump; empty where that is not possible. */
    Map<String, String> environment() {
        return library.map(file -> Map.of(
                        "LD_PRELOAD", file.toString(),
                        "FAKETIME_TIMESTAMP_FILE", offset.toAbsolutePath().toString(),
                        "FAKETIME_NO_CACHE", "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX", "0"))
                .orElse(Map.of());
    }

    /** From now on the clocks are off by this much. */
    void jump(Duration by) {
        try {
            Files.writeString(offset, (by.isNegative() ? "" : "+") + by.toSeconds() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find() throws IOException {
        if (!Files.isDirectory(LIBRARIES)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(LIBRARIES)) {
            return folders.map(folder -> folder.resolve("faketime").resolve("libfaketime.so.1"))
                    .filter(Files::exists)
                    .findFirst();
        }
    }
}
