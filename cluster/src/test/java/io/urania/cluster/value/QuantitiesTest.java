package io.urania.cluster.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "2GB, 2147483648",
        "2147483648, 2147483648",
        "512M, 536870912",
        "512m, 536870912",
        "1GiB, 1073741824",
        "1k, 1024",
        "1T, 1099511627776",
        "0, 0",
        "100B, 100"
    })
    void bytesAreReadAsDockerReadsThem(String written, long bytes) {
        assertThat(ByteQuantity.parse(written)).contains(new ByteQuantity(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lots", "-1", "1.5G", "2X", "999999999999999999T"})
    void whatIsNoAmountOfBytesIsRefused(String written) {
        assertThat(ByteQuantity.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1h0m0s, 3600000", "60s, 60000", "1.5h, 5400000", "100ms, 100", "0, 0"})
    void durationsAreReadAsGoReadsThem(String written, long milliseconds) {
        assertThat(GoDuration.parse(written)).map(GoDuration::length).contains(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "1d", "1h 0m", "h", "99999999999h"})
    void whatGoTakesForNoDurationIsRefused(String written) {
        assertThat(GoDuration.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "128Mi, true",
        "250m, true",
        "0.5, true",
        "1e3, true",
        "500M, true",
        "128MB, false",
        "Mi, false",
        "-1, false"
    })
    void quantitiesAreThoseOfKubernetes(String written, boolean accepted) {
        assertThat(Quantity.parse(written).isPresent()).isEqualTo(accepted);
    }

    @Test
    void secretsDoNotShowThemselves() {
        Secret secret = Secret.of("hush");

        assertThat(secret)
                .hasToString("[redacted]")
                .isEqualTo(Secret.of("hush"))
                .isNotEqualTo(Secret.of("loud"));
        assertThat(secret.reveal()).isEqualTo("hush");
    }
}
