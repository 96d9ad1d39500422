package io.outlay.dashboard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of commitments.
 *
 * @param matching how many pass the filters, on all pages together
 * @param next where the next page begins; null when this is the last
 */
public record CommitmentPage(int matching, List<CommitmentRow> rows, @Nullable Place next) {}
