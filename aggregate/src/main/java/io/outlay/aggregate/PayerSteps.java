package io.outlay.aggregate;

import io.outlay.aggregate.fx.RateTable;
import io.outlay.aggregate.ledger.EffectivePayer;
import io.outlay.aggregate.rolling.Rows;
import io.outlay.contracts.ClaimSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What step 2 of {@link AggregateTopology} does for an article, on rows of your choice: for who measures what one costs. */
public final class PayerSteps {
    private final PayerRows rows;
    private final DirtyPayers dirty;
    private final PayerResolver resolver;

    /** @param rows an empty set of rows at each call */
    public PayerSteps(Supplier<Rows> rows) {
        Rows published = rows.get();
        this.rows = new PayerRows(rows.get(), rows.get(), rows.get());
        this.dirty = new DirtyPayers(published);
        this.resolver = new PayerResolver(
                this.rows, dirty, new PublishedRows(published), new CorrectionRows(rows.get()), RateTable.shipped());
    }

    /** An article's claims become rows, in the place of those that it had, and call for their payer. */
    public void take(ClaimSet claims) {
        for (var effective : EffectivePayer.of(claims, List.of())) {
            Set<String> touched = rows.take(effective.key(), effective);
            dirty.mark(claims.payer().id(), touched);
        }
    }

    /** An article claims nothing of a payer any more. */
    public void takeBack(String payer, String articleId) {
        dirty.mark(payer, rows.take(payer + "|" + payer + "|" + articleId, null));
    }

    /**
     * Resolves a payer that was called for.
     *
     * @return how many commitments and postings are to be written
     */
    public int resolve(String payer) {
        PayerResolver.Changes changes = resolver.resolve(payer);
        return changes.commitments().size() + changes.postings().size();
    }
}
