/**
 * From what articles claim of a payer to its commitments and postings. Pure: no clock, no Kafka, no files; rates and corrections are
 * arguments, and the same set gives the same bytes in any order.
 *
 * <pre>
 * ClaimSet ─ EffectivePayer ─► EffectiveClaimSet ─► Sighting (counted rows)  ─┐
 *            (reject, set, move)                └─► EvidenceRow (a row each)  ├─► Ledger.resolve ─► CommitmentDraft, Posting
 *                                               PayerFacts, Correction, Rates ┘
 * </pre>
 *
 * <p>Begin with {@link io.outlay.aggregate.ledger.Ledger}; {@link io.outlay.aggregate.ledger.LedgerFold} runs the whole road in memory.
 */
@NullMarked
package io.outlay.aggregate.ledger;

import org.jspecify.annotations.NullMarked;
