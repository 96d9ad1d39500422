package io.outlay.enrich;

import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.EnrichedArticle;
import io.outlay.enrich.ClaimsOfArticle.Written;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an article claims of each payer, and takes back what an earlier version of it claimed.
 *
 * <p>The store knows, of articles with claims only, which payers they name and what was written last. So a claim set that did
 * not change is not written again, one whose payer vanished becomes a tombstone, and a retracted article leaves nothing behind.
 */
final class ClaimByPayer implements Processor<String, @Nullable EnrichedArticle, String, @Nullable ClaimSet> {
    static final String STORE = "article-payers";

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, @Nullable ClaimSet> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Written> writtenBefore;

    @Override
    public void init(ProcessorContext<String, @Nullable ClaimSet> context) {
        this.context = context;
        this.writtenBefore = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, @Nullable EnrichedArticle> record) {
        String article = record.key();
        Written before = writtenBefore.get(article);
        if (before == null) {
            before = Written.NOTHING;
        }
        EnrichedArticle enriched = record.value();
        SortedMap<String, ClaimSet> sets = enriched == null ? new TreeMap<>() : ClaimsOfArticle.byPayer(enriched);
        Written now = ClaimsOfArticle.written(sets);
        if (now.equals(before)) {
            return;
        }
        for (String payer : before.hashes().keySet()) {
            if (!sets.containsKey(payer)) {
                context.forward(new Record<>(payer + "|" + article, null, record.timestamp(), record.headers()));
            }
        }
        for (ClaimSet set : sets.values()) {
            String payer = set.payer().id();
            if (!Objects.equals(now.hashes().get(payer), before.hashes().get(payer))) {
                context.forward(new Record<>(set.key(), set, record.timestamp(), record.headers()));
            }
        }
        writtenBefore.put(article, sets.isEmpty() ? null : now);
    }
}
