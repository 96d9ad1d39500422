package io.outlay.contracts;

/**
 * The other side of a purchase or a stake: supplier, host, off-taker, borrower.
 *
 * @param id from the same table as payers
 * @param name as it is commonly written
 */
public record Counterparty(String id, String name) {
    public Counterparty {
        Check.id(id, "counterparty.id");
        Check.text(name, "counterparty.name");
    }
}
