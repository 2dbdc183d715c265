package io.urania.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.PlantedHost;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StorageHealthProbeTest {

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void tellsErrorsAndWear(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            host.write("/sys/fs/ext4/mmcblk0p2/errors_count", "3\n");
            host.write("/sys/fs/ext4/sda1/errors_count", "0\n");
            host.write("/sys/fs/ext4/features/lazy_itable_init", "supported\n");
            host.write("/sys/block/mmcblk1/device/life_time", "0x02 0x0a\n");

            assertThat(host.askPlanted(StorageHealthProbe.QUESTION))
                    .contains(new StorageHealthFact(Map.of("mmcblk0p2", 3L), Map.of("mmcblk1", 10)));
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void aHostWithoutAnyIsFine(ShellKind shell) throws Exception {
        try (PlantedHost host = new PlantedHost(shell)) {
            assertThat(host.askPlanted(StorageHealthProbe.QUESTION))
                    .contains(new StorageHealthFact(Map.of(), Map.of()));
        }
    }

    @Test
    void whatIsCutOffIsNoAnswer() {
        assertThat(StorageHealthProbe.QUESTION.probe().parse("errors sda1 3\n", new TreeSet<>()))
                .isEmpty();
    }
}
