package io.urania.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StateTest {

    @TempDir
    private Path inventory;

    @Test
    void onlyItsOwnerMayEnterTheDirectory() throws Exception {
        StateDirectory state = StateDirectory.of(inventory);

        assertThat(rights(state)).isEqualTo("rwx------");
        assertThat(state.path()).isEqualTo(inventory.resolve(".urania"));
    }

    /** An inventory may be one's own in git, and its state is not for others. */
    @Test
    void gitKeepsNothingOfIt() throws Exception {
        StateDirectory state = StateDirectory.of(inventory);

        assertThat(state.path().resolve(".gitignore")).hasContent("*");
    }

    @Test
    void whoLooksMakesNothing() throws Exception {
        StateDirectory.seen(inventory);

        assertThat(inventory).isEmptyDirectory();

        Files.createDirectory(inventory.resolve(".urania"), attribute("rwxrwxrwx"));
        Files.setPosixFilePermissions(inventory.resolve(".urania"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(rights(StateDirectory.seen(inventory))).isEqualTo("rwx------");
        assertThat(inventory.resolve(".urania")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"known_hosts", "lock", "place"})
    void whatIsNoFileIsNotReadAsOne(String name) throws Exception {
        Path state = Files.createDirectory(inventory.resolve(".urania"));
        assertThat(new ProcessBuilder("mkfifo", state.resolve(name).toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThatThrownBy(() -> StateDirectory.seen(inventory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(name + " is not a regular file");
    }

    @Test
    void aDirectoryThatWasOpenToOthersIsClosedToThem() throws Exception {
        Files.createDirectory(
                inventory.resolve(".urania"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        assertThat(rights(StateDirectory.of(inventory))).isEqualTo("rwx------");
    }

    @Test
    void noLinkIsFollowedToAnotherDirectory() throws Exception {
        Path elsewhere = Files.createDirectory(inventory.resolve("elsewhere"), attribute("rwxr-xr-x"));
        Files.createSymbolicLink(inventory.resolve(".urania"), elsewhere);

        assertThatThrownBy(() -> StateDirectory.of(inventory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".urania is a symbolic link");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
                .isEqualTo("rwxr-xr-x");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "known_hosts", "lock", "place"})
    void noLinkInItIsFollowed(String name) throws Exception {
        Path state = Files.createDirectory(inventory.resolve(".urania"));
        Files.createSymbolicLink(state.resolve(name), inventory.resolve("elsewhere"));

        assertThatThrownBy(() -> StateDirectory.of(inventory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(name + " is a symbolic link");
        assertThat(inventory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void aDirectoryOfSomebodyElseIsNotTrusted() throws Exception {
        Path state = Files.createDirectory(inventory.resolve(".urania"));
        UserPrincipal other =
                inventory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon");
        assumeTrue(System.getProperty("user.name").equals("root"), "needs root");
        Files.setOwner(state, other);

        assertThatThrownBy(() -> StateDirectory.of(inventory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("belongs to daemon");
    }

    @Test
    void aJournalThatIsALinkIsNone() throws Exception {
        StateDirectory state = StateDirectory.of(inventory);
        Files.createSymbolicLink(state.runs().resolve("2026-01-01-000000-aaaa.jsonl"), Path.of("/dev/zero"));

        assertThat(new RunHistory(state).ids()).isEmpty();
    }

    @Test
    void secretsThatOthersMayReadAreFoundAndClosed() throws Exception {
        Path credentials = Files.createDirectory(inventory.resolve("credentials"), attribute("rwxr-x---"));
        Path key = Files.createFile(credentials.resolve("ca.key"), attribute("rw-r-----"));
        Path closed = Files.createFile(credentials.resolve("other.key"), attribute("rw-------"));
        Path outside = Files.createFile(inventory.resolve("outside"), attribute("rw-r--r--"));
        Files.createSymbolicLink(credentials.resolve("link"), outside);
        SecretFolder secrets = new SecretFolder(credentials);

        assertThat(secrets.open()).containsExactlyInAnyOrder(credentials, key).doesNotContain(closed);

        secrets.close();

        assertThat(secrets.open()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(outside)))
                .isEqualTo("rw-r--r--");
        assertThat(new SecretFolder(inventory.resolve("missing")).open()).isEmpty();
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

    @Test
    void aLockThatIsNoFileIsNotOpened() throws Exception {
        StateDirectory state = StateDirectory.of(inventory);
        assertThat(new ProcessBuilder("mkfifo", state.lock().toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> RunLock.take(state, "anna@laptop"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".urania/lock is not a regular file");
        assertThatThrownBy(() -> RunLock.holder(state)).isInstanceOf(IOException.class);
    }

    @Test
    void ofALockOnlyTheBeginningIsRead() throws Exception {
        StateDirectory state = StateDirectory.of(inventory);
        Files.writeString(state.lock(), "x".repeat(100_000));

        assertThat(RunLock.holder(state)).hasSize(1024);
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

    private static FileAttribute<?> attribute(String rights) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
    }

    private static String rights(StateDirectory state) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(state.path()));
    }
}
