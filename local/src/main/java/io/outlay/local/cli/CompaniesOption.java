package io.outlay.local.cli;

import io.outlay.enrich.CompaniesFile;
import io.outlay.enrich.text.Tagger;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Companies of one's own, for every command that reads texts. */
final class CompaniesOption {
    @Option(
            names = "--companies",
            paramLabel = "FILE",
            description = "Further companies, in the form of companies.csv (its first lines explain it).")
    private @Nullable Path file;

    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    Tagger tagger() {
        try {
            return CompaniesFile.tagger(file());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
