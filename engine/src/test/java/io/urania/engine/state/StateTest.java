package io.urania.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateTest {

    @TempDir
    private Path inventory;

    @Test
    void onlyItsOwnerMayEnterTheDirectory() throws Exception {
        StateDirectory state = StateDirectory.of(inventory);

        assertThat(rights(state)).isEqualTo("rwx------");
        assertThat(state.path()).isEqualTo(inventory.resolve(".urania"));
    }

    @Test
    void aDirectoryThatWasOpenToOthersIsClosedToThem() throws Exception {
        Files.createDirectory(
                inventory.resolve(".urania"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        assertThat(rights(StateDirectory.of(inventory))).isEqualTo("rwx------");
    }

    @Test
    void theLockIsTakenOnce() throws Exception {
        StateDirectory state = StateDirectory.of(inventory);
        try (RunLock _ = RunLock.take(state, "anna@laptop (process 4711)").orElseThrow()) {
            assertThat(RunLock.take(state, "anna@laptop (process 4711)")).isEmpty();
            assertThat(RunLock.take(
                            new StateDirectory(inventory.resolve("../" + inventory.getFileName() + "/.urania")),
                            "bert@desk"))
                    .isEmpty();
        }
        try (RunLock again = RunLock.take(state, "anna@laptop (process 4711)").orElseThrow()) {
            assertThat(again).isNotNull();
            assertThat(RunLock.holder(state)).isEqualTo("anna@laptop (process 4711)");
        }
    }

    /** The kernel, not only this process, must know of the lock, also after a second attempt here. */
    @Test
    void anotherProcessSeesThatTheLockIsTaken() throws Exception {
        StateDirectory state = StateDirectory.of(inventory);
        try (RunLock _ = RunLock.take(state, "anna@laptop (process 4711)").orElseThrow()) {
            assertThat(RunLock.take(state, "anna@laptop (process 4711)")).isEmpty();

            assertThat(Files.readString(Path.of("/proc/locks")))
                    .containsPattern("POSIX +ADVISORY +WRITE "
                            + ProcessHandle.current().pid() + " \\S+:" + Files.getAttribute(state.lock(), "unix:ino")
                            + " ");
        }
    }

    private static String rights(StateDirectory state) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(state.path()));
    }
}
