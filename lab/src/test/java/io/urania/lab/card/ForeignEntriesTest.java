package io.urania.lab.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.card.CardEntry.File;
import io.urania.lab.card.CardEntry.Link;
import org.junit.jupiter.api.Test;

class ForeignEntriesTest {
    @Test
    void whatAppliesKernelParametersAtEachBootStartsWithoutCredentials() {
        assertThat(ForeignEntries.entries())
                .filteredOn(entry -> entry.path().equals("etc/systemd/system/systemd-sysctl.service.d/rack.conf"))
                .singleElement()
                .isInstanceOfSatisfying(
                        File.class,
                        file -> assertThat(file.text())
                                .startsWith("[Service]\n")
                                .contains("LoadCredential=\n"));
    }

    @Test
    void whatCannotStartIsMasked() {
        assertThat(ForeignEntries.entries()).contains(new Link("etc/systemd/system/e2scrub_reap.service", "/dev/null"));
    }
}
