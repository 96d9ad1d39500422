package io.outlay.local.scenario;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * A scenario's rows and its fixed rates.
 *
 * @param dollars for one unit of a currency
 */
record ScenarioFiles(Map<String, Announced> rows, Map<String, BigDecimal> dollars) {
    private static final String NAME = "announcements.csv";

    static ScenarioFiles ours() throws IOException {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(
                        ScenarioFiles.class.getResourceAsStream("/io/outlay/local/scenario/" + NAME), NAME),
                StandardCharsets.UTF_8)) {
            return new ScenarioFiles(Announced.read(NAME, in), TestRates.ours());
        }
    }

    static ScenarioFiles of(Path folder) throws IOException {
        try (Reader in = Files.newBufferedReader(folder.resolve(NAME))) {
            return new ScenarioFiles(Announced.read(NAME, in), TestRates.of(folder));
        }
    }

    Stocks stocks() {
        return new Stocks(rows.values(), dollars);
    }
}
