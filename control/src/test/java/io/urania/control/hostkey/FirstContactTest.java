package io.urania.control.hostkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.control.port.NewHost;
import io.urania.control.port.RecordedPerson;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.hostkey.HostKey;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.KnownHosts;
import io.urania.engine.transport.hostkey.ShownKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstContactTest {

    /** The key and fingerprint that github.com publishes: known values from elsewhere. */
    private static final HostKey KEY =
            new HostKey("ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl");

    private static final String FINGERPRINT = "SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU";

    @TempDir
    private Path directory;

    @Test
    void theFingerprintIsTheOneThatOpenSshShows() {
        assertThat(KEY.fingerprint()).isEqualTo(FINGERPRINT);
    }

    @Test
    void keysAreShownAskedForOnceAndPinned() throws Exception {
        RecordedPerson person = RecordedPerson.answering(true);

        boolean accepted = contact(person, shown(false)).introduce(List.of(target("pandore"), target("clio")));

        assertThat(accepted).isTrue();
        assertThat(person.shown()).extracting(NewHost::name).containsExactly("pandore", "clio");
        assertThat(person.heard()).containsExactly("question: keep keys in " + pinned());
        assertThat(Files.readString(pinned()))
                .isEqualTo("10.0.0.1 ssh-ed25519 " + KEY.key() + "\n10.0.0.1 ssh-ed25519 " + KEY.key() + "\n");
    }

    @Test
    void aRefusedKeyIsNotPinned() throws Exception {
        assertThat(contact(RecordedPerson.answering(false), shown(false)).introduce(List.of(target("pandore"))))
                .isFalse();
        assertThat(pinned()).doesNotExist();
    }

    @Test
    void aKeyThatDiffersFromAKnownOneIsNeverOffered() throws Exception {
        RecordedPerson person = RecordedPerson.answering(true);

        assertThat(contact(person, shown(true)).introduce(List.of(target("pandore"))))
                .isFalse();
        assertThat(person.heard()).isEmpty();
        assertThat(pinned()).doesNotExist();
    }

    @Test
    void aNameThatStandsForManyHostsIsNeverPinned() throws Exception {
        KeyScan scan = _ -> Optional.of(new ShownKey("*", KEY, new HostKeyVerdict.Unknown()));

        assertThat(contact(RecordedPerson.answering(true), scan).introduce(List.of(target("pandore"))))
                .isFalse();
        assertThat(pinned()).doesNotExist();
    }

    @Test
    void withoutATerminalNobodyIsAskedAndNothingIsPinned() throws Exception {
        assertThat(contact(RecordedPerson.nobody(), shown(false)).introduce(List.of(target("pandore"))))
                .isFalse();
        assertThat(pinned()).doesNotExist();
    }

    @Test
    void theBestOfSeveralScannedKeysIsTaken() {
        String scanned = """
                # 10.0.0.1:22 SSH-2.0-OpenSSH_9.2p1
                10.0.0.1 ssh-rsa AAAAB3NzaC1yc2E=
                10.0.0.1 ssh-ed25519 %s
                10.0.0.1 ssh-ed25519 broken*
                """.formatted(KEY.key());

        assertThat(HostKey.bestOf(scanned)).contains(KEY);
    }

    @Test
    void noKeyIsMadeOfNoAnswer() {
        assertThat(HostKey.bestOf("# 10.0.0.1:22 SSH-2.0-OpenSSH_9.2p1\n")).isEmpty();
    }

    private FirstContact contact(RecordedPerson person, KeyScan scan) {
        return new FirstContact(person, scan, new KnownHosts(List.of(pinned())), () -> {});
    }

    private Path pinned() {
        return directory.resolve("known_hosts");
    }

    private static KeyScan shown(boolean pinned) {
        HostKeyVerdict verdict = pinned ? new HostKeyVerdict.Changed(List.of()) : new HostKeyVerdict.Unknown();
        return _ -> Optional.of(new ShownKey("10.0.0.1", KEY, verdict));
    }

    private static Target target(String name) {
        return new Target(name, "10.0.0.1", 22, "pi", true, Optional.empty(), List.of());
    }
}
