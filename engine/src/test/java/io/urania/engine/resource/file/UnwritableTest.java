package io.urania.engine.resource.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.resource.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a file cannot be written, as far as this machine lets a test make it so: root, and a file system with attributes. */
@ParameterizedClass
@EnumSource(ShellKind.class)
final class UnwritableTest {

    private static final String ME = System.getProperty("user.name");

    private final ShellKind shell;
    private Sandbox host;

    UnwritableTest(ShellKind shell) {
        this.shell = shell;
    }

    @BeforeEach
    void makeHost() throws IOException {
        host = new Sandbox(shell);
    }

    @AfterEach
    void removeHost() throws IOException {
        host.close();
    }

    @Test
    void anImmutableFileIsNamed() throws Exception {
        Path hosts = host.write("/etc/hosts", "127.0.0.1 localhost\n");
        TextBlock block = new TextBlock("/etc/hosts", "10.0.0.1 clio\n");
        assumeTrue(runs("chattr", "+i", hosts.toString()), "needs root, and a file system that knows immutable files");
        try {
            StepResult result = host.carryOut(host.difference(block).orElseThrow());

            assertThat(result.succeeded()).isFalse();
            assertThat(result.output().lines().toList().getLast())
                    .isEqualTo(Unwritable.MARK + hosts + " is immutable; make it mutable: chattr -i " + hosts);
            assertThat(host.at("/etc/hosts.urania")).doesNotExist();
        } finally {
            assertThat(runs("chattr", "-i", hosts.toString())).isTrue();
        }
    }

    @Test
    void anImmutableFolderIsNamed() throws Exception {
        Path folder = Files.createDirectories(host.at("/etc/haproxy"));
        assumeTrue(runs("chattr", "+i", folder.toString()), "needs root, and a file system that knows immutable files");
        try {
            assertThat(failure(file("/etc/haproxy/haproxy.cfg")))
                    .isEqualTo(Unwritable.MARK + folder + " is immutable; make it mutable: chattr -i " + folder);
        } finally {
            assertThat(runs("chattr", "-i", folder.toString())).isTrue();
        }
    }

    @Test
    void aFileSystemWithoutInodesOrWithoutSpaceIsNamed() throws Exception {
        Path folder = Files.createDirectories(host.at("/etc/haproxy"));
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "nr_inodes=1,size=64k", "tmpfs", folder.toString()), "needs root");
        try {
            assertThat(failure(file("/etc/haproxy/haproxy.cfg")))
                    .isEqualTo(Unwritable.MARK + "no inodes left on " + folder
                            + "; remove many small files there (df -i " + folder + ")");
            assertThat(runs("mount", "-o", "remount,nr_inodes=100", folder.toString()))
                    .isTrue();
            Files.write(folder.resolve("full"), new byte[64 << 10]);
            assertThat(failure(file("/etc/haproxy/haproxy.cfg")))
                    .isEqualTo(Unwritable.MARK + "no space left on " + folder + "; free some (df -h " + folder + ")");
        } finally {
            assertThat(runs("umount", folder.toString())).isTrue();
        }
    }

    @Test
    void aReadOnlyFileSystemIsNamed() throws Exception {
        Path folder = Files.createDirectories(host.at("/etc/haproxy"));
        assumeTrue(runs("mount", "-t", "tmpfs", "tmpfs", folder.toString()), "needs root");
        try {
            Files.createDirectory(folder.resolve("errors"));
            assertThat(runs("mount", "-o", "remount,ro", folder.toString())).isTrue();
            for (String name : List.of("haproxy.cfg", "errors/503.http")) {
                assertThat(failure(file("/etc/haproxy/" + name)))
                        .isEqualTo(Unwritable.MARK + folder + " is mounted read-only (check dmesg for the reason)");
            }
        } finally {
            assertThat(runs("umount", folder.toString())).isTrue();
        }
    }

    @Test
    void whatFailsForAnotherReasonSaysNothingOfIt() throws Exception {
        host.write("/etc/haproxy/haproxy.cfg", "old\n");

        StepResult result =
                host.carryOut(host.difference(file("/etc/haproxy/haproxy.cfg").checkedBy("grep -q valid"))
                        .orElseThrow());

        assertThat(result.succeeded()).isFalse();
        assertThat(result.output()).doesNotContain(Unwritable.MARK);
    }

    private String failure(TextFile file) throws Exception {
        StepResult result = host.carryOut(host.difference(file).orElseThrow());
        assertThat(result.succeeded()).as(result.output()).isFalse();
        return result.output().lines().toList().getLast();
    }

    private static TextFile file(String path) {
        return new TextFile(path, "644", ME, _ -> "new\n", "");
    }

    private static boolean runs(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }
}
