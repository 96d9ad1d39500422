package io.outlay.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.outlay.contracts.Article;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.contracts.Json;
import io.outlay.enrich.text.Tagger;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What an article of real length costs enrich in memory: bytes allocated are the same on any machine and under any load, where times are
 * not. A bound that is passed means that something is made anew for each article or sentence that was not before; raise it only with a
 * reason.
 */
class AllocationTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<Article> ARTICLES = BenchArticles.spending();
    private static final int BYTES_TO_TAG = 300_000;
    private static final int BYTES_TO_READ_AND_WRITE = 40_000;

    @Test
    void taggingAnArticleAllocatesABoundedNumberOfBytes() {
        Tagger tagger = Tagger.standard();
        assertBytesPerArticle(BYTES_TO_TAG, () -> {
            for (Article article : ARTICLES) {
                assertEquals(article.id(), tagger.apply(article).articleId());
            }
        });
    }

    @Test
    void readingAnArticleAndWritingWhatWasFoundDoesToo() {
        List<byte[]> read = ARTICLES.stream().map(Json::bytes).toList();
        List<EnrichedArticle> found = ARTICLES.stream().map(Tagger.standard()).toList();
        assertBytesPerArticle(BYTES_TO_READ_AND_WRITE, () -> {
            for (int i = 0; i < read.size(); i++) {
                assertEquals(
                        ARTICLES.get(i).id(),
                        Json.read(read.get(i), Article.class).id());
                assertTrue(Json.bytes(found.get(i)).length > 0);
            }
        });
    }

    private static void assertBytesPerArticle(long most, Runnable allArticles) {
        allArticles.run(); // what is made once
        long before = THREAD.getCurrentThreadAllocatedBytes();
        allArticles.run();
        long each = (THREAD.getCurrentThreadAllocatedBytes() - before) / ARTICLES.size();
        assertTrue(each <= most, () -> each + " bytes for each article, more than " + most);
    }
}
