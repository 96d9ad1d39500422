package io.outlay.enrich.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Article;
import io.outlay.contracts.Mention;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bare sign means, by where the source sits and what country the article is about (R3). */
class LocalCurrenciesTest {
    private static final Tagger TAGGER = Tagger.standard();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://www.courier.example.ca/a, Canada will spend $2 billion on AI., CAD",
        "https://www.courier.example.ca/a, Germany will spend $2 billion on AI., USD",
        "https://www.courier.example.com/a, Canada will spend $2 billion on AI., USD",
        "https://news.example.co.nz:443/a?b, Amazon will build data centres in New Zealand for $7.5 billion., NZD",
        "https://news.example.com.au#x, Australia needs data centres worth $20 billion., AUD",
        "https://news.example.io/a, Canada will spend $2 billion on AI., USD",
        ", Canada will spend $2 billion on AI., USD",
    })
    void meansTheLocalMoney(String url, String body, String currency) {
        Article article = new Article("a", url, null, body, "2025-11-03", null, null, "en");
        Mention.Money money = TAGGER.tag(article).mentions().stream()
                .filter(Mention.Money.class::isInstance)
                .map(Mention.Money.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(currency, money.currency());
    }
}
