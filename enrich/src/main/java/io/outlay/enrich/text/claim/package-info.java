/**
 * How an amount of money in a sentence is read: what role it plays, and, when it is spending, whose, for what, and when.
 *
 * <p>{@link io.outlay.enrich.text.claim.Scene} holds one sentence with all that stands in it;
 * {@link io.outlay.enrich.text.claim.RoleReader} weighs what the words around an amount say of it;
 * {@link io.outlay.enrich.text.claim.ClaimRules} lists the named rules that make claims.
 */
@NullMarked
package io.outlay.enrich.text.claim;

import org.jspecify.annotations.NullMarked;
