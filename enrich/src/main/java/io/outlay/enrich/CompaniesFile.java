package io.outlay.enrich;

import io.outlay.enrich.text.Tagger;
import io.outlay.enrich.text.entity.CompanyTable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Companies of a user's own, in the form of {@code companies.csv}: further rows, and other ones for ids that are there already. */
public final class CompaniesFile {
    private CompaniesFile() {}

    /**
     * The tagger that knows them beside the shipped ones.
     *
     * @param file empty for the shipped ones alone
     * @throws IllegalArgumentException naming the file, the line of a mistake and what to do
     * @throws UncheckedIOException naming the file when it cannot be read
     */
    public static Tagger tagger(Optional<Path> file) {
        CompanyTable companies = CompanyTable.standard();
        return Tagger.knowing(file.isEmpty() ? companies : plus(companies, file.get()));
    }

    private static CompanyTable plus(CompanyTable companies, Path file) {
        try (Reader rows = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return companies.plus(file.toString(), rows);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("cannot read companies from " + file + ": there is no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read companies from " + file + ": " + e.getMessage(), e);
        }
    }
}
