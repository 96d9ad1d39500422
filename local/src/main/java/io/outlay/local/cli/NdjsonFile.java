package io.outlay.local.cli;

import io.outlay.contracts.BadJsonException;
import io.outlay.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file with one JSON value on each line. */
final class NdjsonFile {
    private NdjsonFile() {}

    /** @throws CommandFailedException naming file and line when a line is no such value */
    static <T> List<T> read(Path file, Class<T> type) {
        try {
            return read(Files.readAllBytes(file), file.toString(), type);
        } catch (IOException e) {
            throw SourceReading.unreadable(file.toString(), e);
        }
    }

    /** @throws CommandFailedException naming {@code file} and the line when a line is no such value */
    static <T> List<T> read(byte[] bytes, String file, Class<T> type) {
        List<T> values = new ArrayList<>();
        int number = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                try {
                    values.add(Json.read(line.getBytes(StandardCharsets.UTF_8), type));
                } catch (BadJsonException e) {
                    throw new CommandFailedException(file + ":" + number + ": " + e.getMessage(), e);
                }
            }
        }
        return values;
    }
}
