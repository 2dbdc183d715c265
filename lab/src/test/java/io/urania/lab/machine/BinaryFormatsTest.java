package io.urania.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.platform.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryFormatsTest {
    private static final Set<Architecture> ARM = Set.of(Architecture.ARMHF);
    private static final String AS_DEBIAN_REGISTERS_IT = """
            enabled
            interpreter /usr/libexec/qemu-binfmt/arm-binfmt-P
            flags: %s
            offset 0
            magic 7f454c4601010100000000000000000002002800
            mask ffffffffffffff00fffffffffffffffffeffffff
            """;

    @TempDir
    Path directory;

    private Path list = Path.of("");
    private Path rack = Path.of("");

    @BeforeEach
    void mount() throws IOException {
        list = Files.createDirectories(directory.resolve("list"));
        Files.writeString(list.resolve("register"), "");
        Files.writeString(list.resolve("status"), "enabled\n");
        rack = Files.writeString(directory.resolve("rack.json"), "{}");
    }

    @Test
    void anArchitectureIsRegisteredAsTheKernelReadsIt() throws Exception {
        formats().register("a1b2c3", rack, ARM);

        assertThat(list.resolve("register"))
                .hasContent(":urania-arm:M::"
                        + "\\x7f\\x45\\x4c\\x46\\x01\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x02\\x00\\x28\\x00:"
                        + "\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x00\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xfe\\xff\\xff\\xff:"
                        + "/usr/bin/qemu-arm-static:POF");
    }

    @Test
    void programsOfEachArchitectureBeginDifferently() {
        assertThat(Architecture.AMD64.programStart()).isEqualTo("7f454c4602010100000000000000000002003e00");
        assertThat(Architecture.ARM64.programStart()).isEqualTo("7f454c460201010000000000000000000200b700");
        assertThat(Architecture.values())
                .extracting(architecture -> architecture.programMask().length())
                .containsOnly(40);
    }

    @Test
    void whatIsThereIsLeftAloneAtTheEndToo() throws Exception {
        Path there = Files.writeString(list.resolve("qemu-arm"), AS_DEBIAN_REGISTERS_IT.formatted("POF"));

        formats().register("a1b2c3", rack, ARM);
        formats().release("a1b2c3");

        assertThat(list.resolve("register")).isEmptyFile();
        assertThat(there).content().startsWith("enabled");
        assertThat(directory.resolve("state/binary-formats")).doesNotExist();
    }

    @Test
    void whatHoldsOnlyInTreesWithAnEmulatorIsNotEnough() throws Exception {
        Files.writeString(list.resolve("qemu-arm"), AS_DEBIAN_REGISTERS_IT.formatted("PO"));

        formats().register("a1b2c3", rack, ARM);

        assertThat(list.resolve("register")).content().startsWith(":urania-arm:");
    }

    @Test
    void whatIsOursGoesWithTheLastRackThatNeedsIt() throws Exception {
        Path other = Files.writeString(directory.resolve("other.json"), "{}");
        formats().register("a1b2c3", rack, ARM);
        registered();
        formats().register("d4e5f6", other, ARM);
        formats().register("d4e5f6", other, ARM);

        formats().release("a1b2c3");
        assertThat(list.resolve("urania-arm")).content().startsWith("enabled");

        formats().release("d4e5f6");
        assertThat(list.resolve("urania-arm")).hasContent("-1");
        assertThat(directory.resolve("state")).doesNotExist();
    }

    @Test
    void aRackThatIsGoneNeedsNothing() throws Exception {
        Path gone = Files.writeString(directory.resolve("gone.json"), "{}");
        formats().register("d4e5f6", gone, ARM);
        registered();
        formats().register("a1b2c3", rack, ARM);
        Files.delete(gone);

        formats().release("a1b2c3");

        assertThat(list.resolve("urania-arm")).hasContent("-1");
    }

    @Test
    void aRackThatNeedsNothingChangesNothing() throws Exception {
        formats().register("a1b2c3", rack, List.of());
        formats().release("a1b2c3");

        assertThat(list.resolve("register")).isEmptyFile();
        assertThat(directory.resolve("state")).doesNotExist();
    }

    /** As the kernel does what is written. */
    private void registered() throws IOException {
        Files.writeString(list.resolve("urania-arm"), AS_DEBIAN_REGISTERS_IT.formatted("POF"));
    }

    private BinaryFormats formats() {
        return new BinaryFormats(list, Path.of("/usr/bin"), directory.resolve("state"));
    }
}
