package io.urania.engine.resource.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.plan.Difference;
import io.urania.engine.resource.Decisions;
import io.urania.engine.resource.Sandbox;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeZoneTest {

    @ParameterizedTest
    @CsvSource({
        "localtime /usr/share/zoneinfo/Europe/Berlin, Europe/Berlin",
        "localtime ../usr/share/zoneinfo/Etc/UTC, Etc/UTC",
        "localtime /srv/own, ''",
        "'localtime ', ''",
    })
    void readsWhereTheLinkLeads(String output, String zone) {
        assertThat(TimeZoneProbe.QUESTION.probe().parse(output + "\n", new TreeSet<>()))
                .isEqualTo(Map.of("", zone));
    }

    @Test
    void isSetWhereItIsAnother() {
        assertThat(Sandbox.difference(
                                new TimeZone("Etc/UTC"),
                                Decisions.facts()
                                        .put(TimeZone.question(), "Europe/Berlin")
                                        .build())
                        .map(Difference::title))
                .contains("set the time zone to Etc/UTC");
    }
}
