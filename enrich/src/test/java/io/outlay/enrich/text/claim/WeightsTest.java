package io.outlay.enrich.text.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.CsvTable;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTest {
    @ParameterizedTest
    @CsvSource({"weights.csv, spending", "payer-weights.csv, payer"})
    void aTableNamesEverySignAndNoMore(String table, String model) {
        Vocabulary vocabulary = model.equals("payer") ? PayerSign.ALL : SpendingSign.ALL;
        List<String> named = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.resource(WeightsTest.class, table).rows()) {
            named.add(row.need("sign"));
        }
        assertEquals(vocabulary.names(), named);
    }

    @Test
    void aMissingAndAnUnknownSignAreRefused() throws IOException {
        Vocabulary vocabulary = new Vocabulary();
        vocabulary.add("near");
        int far = vocabulary.add("far");
        assertEquals(-1, read("near,1\nfar,-1", vocabulary).of(far));
        assertTrue(refusal("near,1", vocabulary).contains("far"));
        assertTrue(refusal("near,1\nfar,-1\nnowhere,2", vocabulary).contains("nowhere"));
    }

    private static String refusal(String rows, Vocabulary vocabulary) {
        return String.valueOf(assertThrows(IllegalStateException.class, () -> read(rows, vocabulary))
                .getMessage());
    }

    private static Weights read(String rows, Vocabulary vocabulary) throws IOException {
        CsvTable table = CsvTable.read("t.csv", new StringReader("sign,weight\n" + rows));
        return Weights.read(table, "t.csv", "weight", vocabulary);
    }

    @Test
    void findsTheMinimumOfABowl() {
        double[] x = Minimum.of(
                (at, gradient) -> {
                    gradient[0] = 2 * (at[0] - 3);
                    gradient[1] = 20 * (at[1] + 1);
                    return (at[0] - 3) * (at[0] - 3) + 10 * (at[1] + 1) * (at[1] + 1);
                },
                2);
        assertEquals(3, x[0], 1e-4);
        assertEquals(-1, x[1], 1e-4);
    }
}
