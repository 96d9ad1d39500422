package io.outlay.enrich.text.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Article;
import io.outlay.contracts.Claim;
import io.outlay.contracts.CsvTable;
import io.outlay.enrich.text.Tagger;
import io.outlay.enrich.text.entity.CompanyTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimRulesTest {
    private static final Tagger TAGGER = Tagger.standard();

    static Stream<ClaimRule> rulesThatAreNoLastResort() {
        return ClaimRules.all().stream().filter(rule -> !rule.name().startsWith("stated-"));
    }

    @ParameterizedTest
    @MethodSource("rulesThatAreNoLastResort")
    void aRuleReadsItsExample(ClaimRule rule) {
        List<Claim> claims = TAGGER.tag(new Article("a", null, null, rule.example(), "2025-11-03", null, null, "en"))
                .claims();
        assertEquals(
                List.of(rule.name()),
                claims.stream().map(c -> c.evidence().rule()).toList());
        assertEquals(rule.measure(), claims.get(0).measure());
    }

    @Test
    void suppliersStandInTheCompanyTable() {
        CompanyTable companies = CompanyTable.standard();
        for (CsvTable.Row row :
                CsvTable.resource(ClaimRulesTest.class, "suppliers.csv").rows()) {
            assertTrue(companies.find(row.need("id")) != null, "no company " + row.need("id"));
        }
    }
}
