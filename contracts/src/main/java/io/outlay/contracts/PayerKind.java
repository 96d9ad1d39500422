package io.outlay.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of body will spend. */
public enum PayerKind {
    @JsonProperty("company")
    COMPANY,
    @JsonProperty("government")
    GOVERNMENT,
    @JsonProperty("consortium")
    CONSORTIUM,
    @JsonProperty("programme")
    PROGRAMME,
    @JsonProperty("fund")
    FUND
}
