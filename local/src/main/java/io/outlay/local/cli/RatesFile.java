package io.outlay.local.cli;

import io.outlay.aggregate.fx.EcbRates;
import io.outlay.aggregate.fx.RateTable;
import io.outlay.contracts.FxRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exchange rates from a file: one JSON value per line as in {@code fx-rates}, or what the ECB publishes. */
final class RatesFile {
    private RatesFile() {}

    static List<FxRate> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length > 0 && bytes[0] == '{' ? NdjsonFile.read(file, FxRate.class) : EcbRates.read(bytes);
        } catch (IOException e) {
            throw SourceReading.unreadable(file.toString(), e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException("cannot read rates from " + file + ": " + e.getMessage(), e);
        }
    }

    /** The shipped table, and the file's rates before it. */
    static RateTable table(@Nullable Path file) {
        return file == null ? RateTable.shipped() : RateTable.with(read(file));
    }
}
