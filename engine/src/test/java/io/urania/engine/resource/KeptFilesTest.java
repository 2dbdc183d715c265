package io.urania.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.note.PuttingBack;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.resource.file.Program;
import io.urania.engine.resource.file.TextBlock;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.file.WithdrawnFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stood at a path of ours before us is never lost, with real scripts in every shell. */
@ParameterizedClass
@EnumSource(ShellKind.class)
final class KeptFilesTest {

    private static final String ME = System.getProperty("user.name");
    private static final String PATH = "/etc/haproxy/haproxy.cfg";
    private static final String KEPT = PATH + ".before-urania";
    private static final String EDITED = PATH + ".edited";

    private final ShellKind shell;
    private Sandbox host;

    KeptFilesTest(ShellKind shell) {
        this.shell = shell;
    }

    @BeforeEach
    void makeHost() throws IOException {
        host = new Sandbox(shell);
        Files.createDirectories(host.at("/etc"));
    }

    @AfterEach
    void removeHost() throws IOException {
        host.close();
    }

    @Test
    void aFileThatWasThereIsKeptAsItWas() throws Exception {
        Path theirs = host.write(PATH, "bind :8080\n");
        Files.setPosixFilePermissions(theirs, PosixFilePermissions.fromString("rw-r-----"));
        Files.setLastModifiedTime(theirs, FileTime.from(Instant.parse("2020-02-29T12:00:00Z")));

        Difference difference = host.repair(file("ours\n"));

        assertThat(difference.title()).isEqualTo("replace " + PATH);
        assertThat(difference.before()).hasToString("not Urania's; kept as " + KEPT);
        assertThat(host.at(KEPT)).hasContent("bind :8080");
        assertThat(Files.getLastModifiedTime(host.at(KEPT)).toInstant()).isEqualTo("2020-02-29T12:00:00Z");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(host.at(KEPT))))
                .isEqualTo("rw-r-----");
    }

    @Test
    void whatUraniaWroteIsReplacedWithoutACopy() throws Exception {
        host.repair(file("one\n"));
        Difference difference = host.repair(file("two\n"));

        assertThat(difference.before()).hasToString("other content");
        assertThat(namesBeside()).containsExactly("haproxy.cfg");
    }

    @Test
    void whatSomebodyChangedInItIsKeptUnderAnotherNameThanWhatWasThereFirst() throws Exception {
        host.write(PATH, "theirs\n");
        host.repair(file("ours\n"));
        host.write(PATH, "ours, edited\n");

        Difference difference = host.repair(file("ours\n"));

        assertThat(difference.title()).isEqualTo("rewrite " + PATH);
        assertThat(difference.before()).hasToString("changed since Urania wrote it; kept as " + EDITED);
        assertThat(host.at(KEPT)).hasContent("theirs");
        assertThat(host.at(EDITED)).hasContent("ours, edited");
    }

    @Test
    void whatIsNotWantedAnyMoreGoesAndWhatWasThereComesBack() throws Exception {
        host.write("/etc/haproxy/theirs", "theirs\n");
        host.write(PATH, "theirs first\n");
        host.repair(file("ours\n"));
        host.repair(new TextFile("/etc/haproxy/kept", "644", ME, _ -> "kept\n", ""));
        host.repair(new TextFile("/etc/haproxy/folder/inner/gone", "644", ME, _ -> "gone\n", ""));

        Difference difference = host.repair(new WithdrawnFiles("/etc/haproxy", Set.of("/etc/haproxy/kept")));

        assertThat(difference.title()).isEqualTo("remove 2 files from /etc/haproxy that are not used any more");
        assertThat(namesBeside()).containsExactlyInAnyOrder("haproxy.cfg", "kept", "theirs");
        assertThat(host.at(PATH)).hasContent("theirs first");
    }

    @Test
    void aKeptFileIsNeverOverwritten() throws Exception {
        host.repair(file("ours\n"));
        for (String edit : List.of("first\n", "second\n", "first\n")) {
            host.write(PATH, edit);
            host.repair(file("ours\n"));
        }

        assertThat(host.at(EDITED)).hasContent("first");
        assertThat(host.at(EDITED + ".2")).hasContent("second");
        assertThat(namesBeside())
                .containsExactlyInAnyOrder("haproxy.cfg", "haproxy.cfg.edited", "haproxy.cfg.edited.2");
    }

    @Test
    void aFileThatAnEarlierClusterKeptIsNotTheOneThatIsKeptNow() throws Exception {
        host.write(KEPT, "of years ago\n");
        host.write(PATH, "theirs\n");

        host.repair(file("ours\n"));

        assertThat(host.at(KEPT)).hasContent("of years ago");
        assertThat(host.at(KEPT + ".2")).hasContent("theirs");
        assertThat(note()).startsWith("before-urania.2 ");
    }

    @Test
    void aRunThatWasCutOffBeforeTheNewFileTookTheNameMakesNoSecondCopy() throws Exception {
        host.write(PATH, "theirs\n");
        Difference difference = host.difference(file("ours\n")).orElseThrow();
        assertThat(host.carryOut(difference).succeeded()).isTrue();
        // As if power had failed after the note and before the rename.
        host.write(PATH, "theirs\n");

        assertThat(host.repair(file("ours\n")).before()).hasToString("other content");
        assertThat(namesBeside()).containsExactlyInAnyOrder("haproxy.cfg", "haproxy.cfg.before-urania");
        assertThat(note()).startsWith("before-urania ");
    }

    @Test
    void aFileThatItsCheckRefusesKeepsNothing() throws Exception {
        host.write(PATH, "theirs\n");

        StepResult result = host.carryOut(
                host.difference(file("ours\n").checkedBy("grep -q valid")).orElseThrow());

        assertThat(result.succeeded()).isFalse();
        assertThat(host.at(PATH)).hasContent("theirs");
        assertThat(host.at(KEPT)).doesNotExist();
    }

    @Test
    void aLinkIsKeptAsALink() throws Exception {
        Files.createDirectories(host.at("/etc/haproxy"));
        Files.createSymbolicLink(host.at(PATH), Path.of("/dev/null"));

        Difference difference = host.repair(file("ours\n"));

        assertThat(difference.before()).hasToString("not Urania's; kept as " + KEPT);
        assertThat(Files.readSymbolicLink(host.at(KEPT))).hasToString("/dev/null");
    }

    @Test
    void filesOfAClusterThatWasMadeBeforeThereWereNotesCountAsOurs() throws Exception {
        host.write("/etc/hosts", "127.0.0.1 localhost\n# BEGIN urania\n10.0.0.1 clio\n# END urania\n");
        host.write(PATH, "what an earlier Urania wrote\n");

        assertThat(host.repair(file("ours\n")).before()).hasToString("other content");
        assertThat(namesBeside()).containsExactly("haproxy.cfg");
        // Still so when there are notes of other files.
        host.write("/etc/other.conf", "what an earlier Urania wrote\n");
        assertThat(host.repair(new TextFile("/etc/other.conf", "644", ME, _ -> "new\n", ""))
                        .before())
                .hasToString("other content");
        assertThat(host.at("/etc/other.conf.before-urania")).doesNotExist();
    }

    @Test
    void ourLinesInTheFileOfHostNamesDoNotMakeANewHostOneFromBeforeNotes() throws Exception {
        host.write("/etc/hosts", "127.0.0.1 localhost\n");
        host.write(PATH, "theirs\n");
        host.repair(new TextBlock("/etc/hosts", "10.0.0.1 clio\n"));

        assertThat(host.repair(file("ours\n")).before()).hasToString("not Urania's; kept as " + KEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "before-urania 0123"})
    void aDamagedNoteStillSaysWhoseTheFileIs(String note) throws Exception {
        host.write(PATH, "theirs\n");
        host.repair(file("one\n"));
        host.write("/var/lib/urania/files/etc+haproxy+haproxy.cfg", note);

        assertThat(host.repair(file("two\n")).before()).hasToString("other content");
        assertThat(namesBeside()).containsExactlyInAnyOrder("haproxy.cfg", "haproxy.cfg.before-urania");
        assertThat(note()).startsWith("before-urania ");
    }

    @Test
    void aProgramThatWasThereIsKept() throws Exception {
        host.program("/usr/local/bin/kubectl", "theirs");

        Difference difference = host.repair(program("/usr/local/bin/kubectl", "ours"));

        assertThat(difference.before().summary())
                .endsWith(", not Urania's; kept as /usr/local/bin/kubectl.before-urania");
        assertThat(host.at("/usr/local/bin/kubectl.before-urania"))
                .hasContent("theirs")
                .isExecutable();
        host.repair(program("/usr/local/bin/kubectl", "ours, newer"));
        assertThat(host.at("/usr/local/bin/kubectl.edited")).doesNotExist();
    }

    @Test
    void aKeptSecretIsAsSecretAsItWasAndNeverTold() throws Exception {
        Path theirs = host.write("/etc/etcd/pki/member.key", "an old key\n");
        Files.setPosixFilePermissions(theirs, PosixFilePermissions.fromString("rw-------"));

        Difference difference = host.repair(new TextFile("/etc/etcd/pki/member.key", "600", ME, _ -> "new key\n", ""));

        assertThat(difference.details()).isEmpty();
        assertThat(difference.toString()).doesNotContain("an old key");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(host.at("/etc/etcd/pki/member.key.before-urania"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(host.at("/var/lib/urania/files"))))
                .isEqualTo("rwx------");
    }

    @Test
    void whatWasThereBeforeIsPutBackAsItWasAndNothingOfOursIsLeft() throws Exception {
        Path theirs = host.write(PATH, "theirs\n");
        Files.setLastModifiedTime(theirs, FileTime.from(Instant.parse("2020-02-29T12:00:00Z")));
        host.repair(file("one\n"));
        host.repair(file("two\n"));

        putBack();

        assertThat(host.at(PATH)).hasContent("theirs");
        assertThat(Files.getLastModifiedTime(host.at(PATH)).toInstant()).isEqualTo("2020-02-29T12:00:00Z");
        assertThat(namesBeside()).containsExactly("haproxy.cfg");
        assertThat(host.at("/var/lib/urania/files")).isEmptyDirectory();
    }

    @Test
    void aFileThatOnlyUraniaWroteGoes() throws Exception {
        host.repair(file("ours\n"));
        host.repair(program("/usr/local/bin/kubectl", "ours"));

        putBack();

        assertThat(namesBeside()).isEmpty();
        assertThat(host.at("/usr/local/bin/kubectl")).doesNotExist();
    }

    @Test
    void whatSomebodyMadeOfOurFileIsKeptWhenItGoes() throws Exception {
        host.write(PATH, "theirs\n");
        host.repair(file("ours\n"));
        host.write(PATH, "ours, edited\n");

        putBack();

        assertThat(host.at(PATH)).hasContent("theirs");
        assertThat(host.at(EDITED)).hasContent("ours, edited");
    }

    @Test
    void aResetThatWasCutOffTakesNothingAwayThatItHasPutBack() throws Exception {
        host.write(PATH, "theirs\n");
        host.repair(file("one\n"));
        host.repair(file("two\n"));
        String note = note();
        putBack();
        host.write("/var/lib/urania/files/etc+haproxy+haproxy.cfg", note);

        putBack();

        assertThat(host.at(PATH)).hasContent("theirs");
        assertThat(namesBeside()).containsExactly("haproxy.cfg");
    }

    @Test
    void aFileOfOthersThatWasNeverReplacedStaysWhenTheClusterGoes() throws Exception {
        host.write("/etc/cni/net.d/05-theirs.conflist", "{}\n");
        host.write(PATH, "ours\n");
        assertThat(host.difference(file("ours\n"))).isEmpty();

        putBack(PATH);

        assertThat(host.at(PATH)).exists();
        assertThat(host.at("/etc/cni/net.d/05-theirs.conflist")).exists();
    }

    @Test
    void filesOfAClusterThatWasMadeBeforeThereWereNotesGoAsTheyAreNamed() throws Exception {
        host.write("/etc/hosts", "# BEGIN urania\n10.0.0.1 clio\n# END urania\n");
        host.write(PATH, "what an earlier Urania wrote\n");

        putBack(PATH, "/etc/not/there");

        assertThat(host.at(PATH)).doesNotExist();
    }

    @Test
    void filesThatAreNamedArePutBackWithoutTheOthers() throws Exception {
        host.write(PATH, "theirs\n");
        host.repair(file("ours\n"));
        host.repair(TextFile.of("/etc/other", "ours\n").ownedBy(ME));

        StepResult result = host.carryOut(Difference.of(
                Action.REMOVE,
                "put back",
                "",
                "",
                Operation.of(PuttingBack.only(List.of(PATH, "/etc/never/written")))));

        assertThat(result.succeeded()).as(result.output()).isTrue();
        assertThat(host.at(PATH)).hasContent("theirs");
        assertThat(host.at("/var/lib/urania/files/etc+haproxy+haproxy.cfg")).doesNotExist();
        assertThat(host.at("/etc/other")).hasContent("ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "before-urania 0123"})
    void aDamagedNoteStillPutsBackWhatWasThere(String note) throws Exception {
        // The note's name tells the path of the real host, which a sandbox has elsewhere.
        host.write(PATH, "theirs\n");
        host.repair(file("ours\n"));
        Path damaged = host.write(
                "/var/lib/urania/files/" + host.at(PATH).toString().substring(1).replace('/', '+'), note);
        Files.delete(host.at("/var/lib/urania/files/etc+haproxy+haproxy.cfg"));

        putBack();

        assertThat(damaged).doesNotExist();
        assertThat(host.at(PATH)).hasContent("theirs");
    }

    private void putBack(String... unnoted) throws Exception {
        Operation operation = Operation.of(PuttingBack.files(List.of(unnoted)));
        StepResult result = host.carryOut(Difference.of(Action.REMOVE, "put back", "", "", operation));
        assertThat(result.succeeded()).as(result.output()).isTrue();
    }

    private String note() throws IOException {
        return Files.readString(host.at("/var/lib/urania/files/etc+haproxy+haproxy.cfg"));
    }

    private List<String> namesBeside() throws IOException {
        try (var files = Files.list(host.at(PATH).getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static TextFile file(String content) {
        return new TextFile(PATH, "644", ME, _ -> content, "");
    }

    private Program program(String path, String content) throws IOException {
        Path source = host.write("/source-of-" + Payload.text(content).sha256(), content);
        Payload.LocalFile payload = new Payload.LocalFile(
                source, content.length(), Payload.text(content).sha256());
        return new Program(path, _ -> payload);
    }
}
