package io.urania.cluster.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocationTest {

    @ParameterizedTest
    @CsvSource({
        "my.topology/rack, rack",
        "topology.kubernetes.io/rack, rack",
        "example.com/Cabinet-name, rack",
        "my.topology/row, row",
        "shelf, row",
        "topology.kubernetes.io/zone, zone",
        "failure-domain.beta.kubernetes.io/zone, zone",
        "topology.kubernetes.io/region, zone"
    })
    void aLabelWithAWordForAPlaceSaysWhereAHostStands(String label, String kind) {
        assertThat(Location.of(Map.of(label, "here")).words()).isEqualTo(kind + " here");
    }

    @ParameterizedTest
    @CsvSource({"my.rack/colour", "example.com/tracker", "brow"})
    void otherLabelsDoNot(String label) {
        assertThat(Location.of(Map.of(label, "here")))
                .isEqualTo(new Location(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void thePlacesGoFromTheLargeToTheSmall() {
        assertThat(Location.of(Map.of("a/row", "3", "a/rack", "2", "a/zone", "1"))
                        .words())
                .isEqualTo("zone 1, rack 2, row 3");
    }
}
