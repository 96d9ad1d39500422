package io.outlay.contracts;

/** The other side of a purchase or a stake: supplier, host, off-taker, borrower. */
public record Counterparty(String id, String name) {
    public Counterparty {
        Check.id(id, "counterparty.id");
        Check.text(name, "counterparty.name");
    }
}
