package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.rack.EffectTable.Effect;
import java.nio.file.Files;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Settings unlike those of the rack come to a cluster that lives, are seen there, and go again. Ten minutes, most of it restarts of API servers. */
@Tag("nightly")
final class SettingsOnTheRackTest extends TestOnTheRack {

    private static final String SETTINGS = "settings.yaml";

    /** What the rack's own inventory does not ask for goes. */
    @AfterEach
    void bringTheRacksOwnSettingsBack() throws Exception {
        succeeds("apply", "--yes");
        assertTheClusterIsWhole();
        assertThat(rack.run(rack.controlPlane(), "kubectl get services,daemonsets -n kube-system -o name"))
                .doesNotContain("coredns-secondary", "node-local-dns-second");
    }

    @Test
    void eachHasItsEffect() throws Exception {
        String text = EffectTable.text(SETTINGS);
        String file = "@" + Files.writeString(scratch.resolve(SETTINGS), text);

        succeeds("apply", "--yes", "-e", file);

        succeeds("plan", "--detailed-exitcode", "-e", file);
        SoftAssertions seen = new SoftAssertions();
        for (Effect effect : EffectTable.effects("effects-of-settings.txt")) {
            seen.assertThatCode(() -> effect.assertSeenOn(rack)).doesNotThrowAnyException();
        }
        seen.assertAll();
    }
}
