package io.urania.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.layout.HostKind;
import io.urania.lab.platform.Architecture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequiredPackagesTest {
    private static final String EMULATORS = "qemu-user-static";

    @Test
    void emulatorsAreAskedForWhereHostsHaveAForeignArchitecture() {
        assertThat(RequiredPackages.missing(Set.of(HostKind.CONTAINER), Set.of()))
                .doesNotContain(EMULATORS);
        assertThat(RequiredPackages.missing(Set.of(HostKind.CONTAINER), Set.of(Architecture.ARMHF)))
                .satisfies(missing -> assertThat(missing.contains(EMULATORS))
                        .isNotEqualTo(Files.isExecutable(Path.of("/usr/bin/qemu-arm-static"))));
    }
}
