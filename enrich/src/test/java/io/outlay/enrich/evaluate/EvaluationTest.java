package io.outlay.enrich.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.enrich.text.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    @TempDir
    Path folder;

    @Test
    void countsWhatIsFoundWrongAndMissed() throws IOException {
        document(
                "a",
                "Amazon will invest $12 billion in AI data centers in Louisiana.",
                "{'company':'Amazon','company_country':'US','spend_country':'US','amount_low':12e9,'amount_high':12e9,"
                        + "'currency':'USD','qualifier':'exact','kind':'infrastructure_commitment','status':'planned',"
                        + "'mentions':[{'start':19,'text':'$12 billion','role':'primary'}]}",
                "'Amazon'");
        document("b", "Oracle will invest $3 billion in AI data centers.", "", "'Oracle','SAP'");

        Evaluation evaluation = Evaluation.of(folder, Tagger.standard());

        assertEquals(new Count(1, 1, 0), evaluation.count("claim-forward"));
        assertEquals(new Count(2, 0, 1), evaluation.count("company"));
        assertEquals(new Count(1, 1, 0), evaluation.count("money"));
        assertEquals(1, evaluation.claimsInSilentDocuments());
        assertTrue(evaluation.text().contains("claim-forward  P 0.500  R 1.000  F1 0.667   (tp 1 fp 1 fn 0)"));
        assertTrue(evaluation.misses().contains("company-miss | b | sap"));
        assertTrue(evaluation.json().contains("\"claim-strict\":{\"precision\":0.5"));
    }

    /** What the tagger must reach on a corpus of labelled articles, where one is at hand. */
    @Test
    void aCorpusIsReadWellEnough() throws IOException {
        String corpus = System.getProperty("outlay.corpus");
        Assumptions.assumeTrue(corpus != null, "aCorpusIsReadWellEnough was not run: no folder in -Doutlay.corpus");

        Evaluation evaluation = Evaluation.of(Path.of(corpus), Tagger.standard());

        System.out.print(evaluation.text());
        assertTrue(evaluation.count("money").f1() >= 0.98);
        assertTrue(evaluation.count("claim-forward").f1() >= 0.75);
    }

    private void document(String id, String body, String announcement, String companies) throws IOException {
        Files.createDirectories(folder.resolve("docs"));
        Files.createDirectories(folder.resolve("labels"));
        Files.writeString(
                folder.resolve("docs/" + id + ".json"),
                "{\"id\":\"" + id + "\",\"published\":\"2025-11-03\",\"body\":\"" + body + "\"}");
        Files.writeString(
                folder.resolve("labels/" + id + ".json"),
                ("{'id':'" + id + "','announcements':[" + announcement + "],'other_money':[],'companies':[" + companies
                                + "],'countries':['US']}")
                        .replace('\'', '"'));
    }
}
