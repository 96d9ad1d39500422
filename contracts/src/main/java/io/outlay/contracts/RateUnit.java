package io.outlay.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The unit of an amount that is paid again and again ({@code $1.25 billion per month}); such amounts are never multiplied. */
public enum RateUnit {
    @JsonProperty("hour")
    HOUR,
    @JsonProperty("day")
    DAY,
    @JsonProperty("week")
    WEEK,
    @JsonProperty("month")
    MONTH,
    @JsonProperty("quarter")
    QUARTER,
    @JsonProperty("year")
    YEAR
}
