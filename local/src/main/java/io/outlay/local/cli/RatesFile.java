package io.outlay.local.cli;

import io.outlay.aggregate.fx.EcbRates;
import io.outlay.aggregate.fx.RateTable;
import io.outlay.contracts.FxRate;
import io.outlay.ingest.Download;
import io.outlay.ingest.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exchange rates from a file, an address or standard input: one JSON value per line as in {@code fx-rates}, or what the ECB publishes. */
final class RatesFile {
    private RatesFile() {}

    static List<FxRate> read(String source) {
        try {
            byte[] bytes = bytes(source);
            return bytes.length > 0 && bytes[0] == '{'
                    ? NdjsonFile.read(bytes, source, FxRate.class)
                    : EcbRates.read(bytes);
        } catch (IOException e) {
            throw SourceReading.unreadable(source, e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException("cannot read rates from " + source + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String source) throws IOException {
        if (source.equals(Readers.STANDARD_INPUT)) {
            return System.in.readAllBytes();
        }
        return Download.isAddress(source) ? Download.of(source) : Files.readAllBytes(Path.of(source));
    }

    /** The shipped table, and the file's rates before it. */
    static RateTable table(@Nullable String source) {
        return source == null ? RateTable.shipped() : RateTable.with(read(source));
    }
}
