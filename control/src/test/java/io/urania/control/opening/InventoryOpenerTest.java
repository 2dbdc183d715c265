package io.urania.control.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.urania.artifacts.bundle.BundleCache;
import io.urania.artifacts.download.CheckedTexts;
import io.urania.artifacts.version.VersionTable;
import io.urania.control.bundle.Bundles;
import io.urania.control.failure.Refusal;
import io.urania.control.permission.AllowedBefore;
import io.urania.control.port.RecordedPerson;
import io.urania.control.stage.ClusterOpener;
import io.urania.control.stage.Request;
import io.urania.engine.run.Limits;
import io.urania.engine.run.Stop;
import io.urania.inventory.InventoryRequest;
import io.urania.inventory.library.LookupPermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an inventory that is only looked at may do on this machine. */
final class InventoryOpenerTest {

    private static final String PROXY = "ansible_ssh_common_args: -o 'ProxyCommand=touch /tmp/pwned'";

    /** The ways to open a cluster. */
    private enum Purpose {
        LOOK,
        CHANGE,
        REMOVE
    }

    @TempDir
    private Path directory;

    private Path inventory;
    private List<String> typed = List.of();

    @BeforeEach
    void makeFolder() throws IOException {
        inventory = Files.createDirectory(directory.resolve("inventory"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PROXY,
                "ansible_ssh_extra_args: -CoProxyCommand=id",
                "ansible_ssh_common_args: -I /tmp/evil.so",
                "ansible_ssh_common_args: -A",
                "ansible_connection: local"
            })
    void whatWouldRunHereIsRefusedWithoutATerminalWithItsPlaceAndTheOption(String variable) throws Exception {
        write(variable);

        assertThatThrownBy(() -> open(RecordedPerson.nobody(), LookupPermissions.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll("hosts.yaml:4:", "--allow-pipe-lookups", variable.split(":", 2)[0]);
        assertThat(inventory.resolve(".urania")).doesNotExist();
    }

    @Test
    void whatIsAllowedOnceIsNotAskedForAgainUntilItChanges() throws Exception {
        write(PROXY);
        open(RecordedPerson.answering(true), LookupPermissions.NONE);

        open(RecordedPerson.nobody(), LookupPermissions.NONE);

        write(PROXY.replace("pwned", "another"));
        assertThatThrownBy(() -> open(RecordedPerson.nobody(), LookupPermissions.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ProxyCommand=touch /tmp/another");
    }

    @Test
    void aConfigurationOfSshIsAskedForAgainWhenItChanges() throws Exception {
        Path configuration = Files.writeString(directory.resolve("config"), "Port 2222\n");
        write("ansible_ssh_common_args: -F " + configuration);
        open(RecordedPerson.answering(true), LookupPermissions.NONE);
        open(RecordedPerson.nobody(), LookupPermissions.NONE);

        Files.writeString(configuration, "ProxyCommand id\n");

        assertThatThrownBy(() -> open(RecordedPerson.nobody(), LookupPermissions.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("-F " + configuration);
    }

    @Test
    void aDeviceIsNoConfigurationOfSsh() throws Exception {
        write("ansible_ssh_common_args: -F /dev/zero");

        assertThatThrownBy(() -> open(RecordedPerson.answering(true), LookupPermissions.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not a regular file");
    }

    @Test
    void whatLookupsReadOutsideOfTheInventoryIsAllowedOnce() throws Exception {
        Path outside = Files.writeString(directory.resolve("outside"), "x\n");
        Files.writeString(inventory.resolve("inside"), "x\n");
        Files.createSymbolicLink(inventory.resolve("link"), outside);
        for (String read : List.of(
                "lookup('file', '" + outside + "')",
                "lookup('file', 'inventory/../outside')",
                "lookup('file', inventory_dir ~ '/link')",
                "lookup('password', '" + outside + "')",
                "lookup('env', 'PATH')",
                "lookup('env', 'HOME', 'PATH')")) {
            write("kube_version: v1.36.3\n    cluster_name: \"cluster.{{ 'local' if " + read + " else 'x' }}\"");

            assertThatThrownBy(() -> open(RecordedPerson.nobody(), LookupPermissions.NONE))
                    .as(read)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContainingAll(
                            "hosts.yaml:5:", "--allow-pipe-lookups", read.contains("env") ? "$PATH" : "/");
            open(RecordedPerson.answering(true), LookupPermissions.NONE);
            open(RecordedPerson.nobody(), LookupPermissions.NONE);
            Files.delete(allowed());
            open(RecordedPerson.nobody(), new LookupPermissions(true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lookup('file', inventory_dir ~ '/inside')", "lookup('env', 'HOME')"})
    void whatIsTheInventorysOwnAndWhatIsNoSecretNeedsNoPermission(String read) throws Exception {
        Files.writeString(inventory.resolve("inside"), "x\n");
        write("cluster_name: \"cluster.{{ 'local' if " + read + " else 'x' }}\"");

        open(RecordedPerson.nobody(), LookupPermissions.NONE);
    }

    @Test
    void whatIsTypedNeedsNoPermission() throws Exception {
        write("kube_version: v1.36.3");
        typed = List.of("cluster_name=\"{{ 'cluster.local' if lookup('env', 'PATH') else 'x' }}\"");

        open(RecordedPerson.nobody(), LookupPermissions.NONE);
    }

    @Test
    void aPermissionIsForOneInventory() throws Exception {
        write(PROXY);
        open(RecordedPerson.answering(true), LookupPermissions.NONE);
        inventory = Files.createDirectory(directory.resolve("other"));
        write(PROXY);

        assertThatThrownBy(() -> open(RecordedPerson.nobody(), LookupPermissions.NONE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void anAnswerThatIsNoYesIsNotKept() throws Exception {
        write(PROXY);

        assertThatThrownBy(() -> open(RecordedPerson.answering(false), LookupPermissions.NONE))
                .isInstanceOf(Refusal.class);

        assertThat(allowed()).doesNotExist();
    }

    @Test
    void permissionsAreKeptForTheUserAlone() throws Exception {
        write(PROXY);
        open(RecordedPerson.answering(true), LookupPermissions.NONE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(allowed())))
                .isEqualTo("rw-------");
        assertThat(allowed())
                .content()
                .matches("[0-9a-f]{64}\t\\d{4}-\\d\\d-\\d\\d\t"
                        + Pattern.quote(inventory.toRealPath().toString()) + "\t-o ProxyCommand=touch /tmp/pwned\n");
    }

    @Test
    void whoeverRemovesTheLineIsAskedAgainAndLinesOfOldCount() throws Exception {
        write(PROXY);
        open(RecordedPerson.answering(true), LookupPermissions.NONE);
        String line = Files.readString(allowed());

        Files.writeString(allowed(), line.split("\t", 2)[0] + "\n");
        open(RecordedPerson.nobody(), LookupPermissions.NONE);

        Files.writeString(allowed(), "");
        assertThatThrownBy(() -> open(RecordedPerson.nobody(), LookupPermissions.NONE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void noNameBeginsALineOfItsOwn() throws Exception {
        Path odd = Files.writeString(directory.resolve("a\nb\u001b[2J\u202e"), "x");
        write("cluster_name: \"cluster.{{ 'local' if lookup('file', '" + directory
                + "/a\\nb\\e[2J\\u202e') else 'x' }}\"");
        RecordedPerson person = RecordedPerson.answering(true);

        open(person, LookupPermissions.NONE);

        assertThat(odd).exists();
        assertThat(Files.readAllLines(allowed())).singleElement().asString().endsWith("/a?b?[2J?");
        assertThat(said(person)).contains("/a?b?[2J?\n");
    }

    @Test
    void whatIsAnotherTextThanWasAllowedIsToldSo() throws Exception {
        Path configuration = Files.writeString(directory.resolve("config"), "Port 2222\n");
        String first = "ansible_ssh_common_args: -F " + configuration + " -o 'ProxyCommand=touch /tmp/one'";
        write(first);
        RecordedPerson person = RecordedPerson.answering(true);
        open(person, LookupPermissions.NONE);
        assertThat(said(person)).doesNotContain("was allowed on");

        Files.writeString(configuration, "Port 2223\n");
        write(first.replace("one", "two"));
        RecordedPerson again = RecordedPerson.answering(true);
        open(again, LookupPermissions.NONE);

        assertThat(said(again))
                .containsPattern("its text has changed since it was allowed on \\d{4}-\\d\\d-\\d\\d")
                .containsPattern("it has changed since it was allowed on [-0-9]+: -o ProxyCommand=touch /tmp/one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file of another", "file written by others", "directory of another", "link"})
    void whatOthersCouldHaveAllowedIsNotBelieved(String whose) throws Exception {
        write(PROXY);
        open(RecordedPerson.answering(true), LookupPermissions.NONE);
        switch (whose) {
            case "file of another" -> giveAway(allowed());
            case "directory of another" -> giveAway(allowed().getParent());
            case "link" -> {
                Path moved = Files.move(allowed(), directory.resolve("moved"));
                Files.createSymbolicLink(allowed(), moved);
            }
            default -> Files.setPosixFilePermissions(allowed(), PosixFilePermissions.fromString("rw--w----"));
        }
        RecordedPerson person = RecordedPerson.answering(true);

        assertThatThrownBy(() -> open(RecordedPerson.nobody(), LookupPermissions.NONE))
                .isInstanceOf(Refusal.class);
        open(person, LookupPermissions.NONE);

        assertThat(said(person)).contains("is not trusted");
    }

    private static void giveAway(Path path) throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "needs root");
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon"));
    }

    @Test
    void theOptionAllowsEverythingAndHostsOnTheWayNeedNoPermission() throws Exception {
        write(PROXY);
        open(RecordedPerson.nobody(), new LookupPermissions(true));

        write("ansible_ssh_common_args: -J gate -o ConnectTimeout=5");
        open(RecordedPerson.nobody(), LookupPermissions.NONE);
    }

    @Test
    void openDoorsAreToldWhateverThePurpose() throws Exception {
        write("etcd_secure_client: false");
        for (Purpose purpose : List.of(Purpose.LOOK, Purpose.CHANGE)) {
            RecordedPerson person = RecordedPerson.nobody();

            open(person, LookupPermissions.NONE, purpose);

            assertThat(said(person)).as(purpose.name()).contains("warning: ", "hosts.yaml:4:");
        }
    }

    @Test
    void whoLooksWritesNothing() throws Exception {
        write("cluster_name: cluster.local");

        open(RecordedPerson.nobody(), LookupPermissions.NONE, Purpose.LOOK);

        try (Stream<Path> files = Files.list(inventory)) {
            assertThat(files).containsExactly(inventory.resolve("hosts.yaml"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* ssh-ed25519 AAAA",
                "10.0.0.? ssh-ed25519 AAAA",
                "other,10.0.0.* ssh-ed25519 AAAA",
                "!other,10.0.0.1 ssh-ed25519 AAAA",
                "@cert-authority 10.0.0.1 ssh-ed25519 AAAA",
                " \t@revoked 10.0.0.1 ssh-ed25519 AAAA"
            })
    void aKeyForManyHostsThatCameWithTheInventoryIsNotBelieved(String line) throws Exception {
        write("cluster_name: cluster.local");
        Path state = Files.createDirectory(inventory.resolve(".urania"));
        Files.writeString(state.resolve("known_hosts"), "# a * comment\n10.0.0.1 ssh-ed25519 AAAA\n" + line + "\n");

        for (Purpose purpose : Purpose.values()) {
            assertThatThrownBy(() -> open(RecordedPerson.nobody(), LookupPermissions.NONE, purpose))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContainingAll("known_hosts:3", "remove its folder .urania");
        }
    }

    @Test
    void aPasswordIsKeptByWhatChangesTheClusterAndNotByWhatLooks() throws Exception {
        write(
                "kubeadm_certificate_key: \"{{ lookup('password', inventory_dir ~ '/credentials/key length=64 chars=hexdigits') | lower }}\"");

        open(RecordedPerson.nobody(), LookupPermissions.NONE, Purpose.LOOK);
        assertThat(inventory.resolve("credentials")).doesNotExist();

        open(RecordedPerson.nobody(), LookupPermissions.NONE, Purpose.CHANGE);
        assertThat(inventory.resolve("credentials/key")).content().hasSize(65);
    }

    @Test
    void secretsThatOthersMayReadAreToldByWhatLooksAndClosedByWhatChanges() throws Exception {
        write("cluster_name: cluster.local");
        Path credentials = Files.createDirectory(inventory.resolve("credentials"));
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rwxr-xr-x"));
        RecordedPerson person = RecordedPerson.nobody();

        open(person, LookupPermissions.NONE, Purpose.LOOK);

        assertThat(said(person)).contains("others may read or change " + credentials, "chmod -R go= ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
                .isEqualTo("rwxr-xr-x");

        open(person, LookupPermissions.NONE, Purpose.CHANGE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatIsNotTheInventorysOwnIsNotTouched() throws Exception {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxr-xr-x"));
        write("credentials_dir: " + elsewhere);

        open(RecordedPerson.nobody(), LookupPermissions.NONE, Purpose.CHANGE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
                .isEqualTo("rwxr-xr-x");
    }

    private void open(RecordedPerson person, LookupPermissions lookups) throws Exception {
        open(person, lookups, Purpose.LOOK);
    }

    private void open(RecordedPerson person, LookupPermissions lookups, Purpose purpose) throws Exception {
        Bundles bundles = new Bundles(
                new BundleCache(directory.resolve("cache")),
                VersionTable::standard,
                (_, _) -> List.of(),
                new CheckedTexts(directory.resolve("texts")));
        ClusterOpener opener = new InventoryOpener(
                Clock.systemUTC(), bundles, directory, new AllowedBefore(allowed()), "./urania", "test", new Stop());
        Request request = new Request(
                "plan",
                InventoryRequest.of(List.of(inventory.resolve("hosts.yaml")))
                        .in(directory)
                        .withExtraVariables(typed)
                        .with(lookups),
                Optional.empty(),
                Limits.ofForks(1),
                "./urania unlock",
                false,
                person.person());
        switch (purpose) {
            case LOOK -> opener.look(request).close();
            case CHANGE -> opener.change(request).close();
            case REMOVE -> opener.remove(request).close();
        }
    }

    /** All that was said, as lines. */
    private static String said(RecordedPerson person) {
        return String.join("\n", person.heard()) + "\n";
    }

    private Path allowed() {
        return directory.resolve("state/urania/allowed");
    }

    private void write(String variable) throws IOException {
        Files.writeString(inventory.resolve("hosts.yaml"), """
                all:
                  hosts: {pandore: {ansible_host: 10.0.0.1, ip: 10.0.0.1}}
                  vars:
                    %s
                    ansible_user: root
                  children:
                    kube_control_plane: {hosts: {pandore: {}}}
                    kube_node: {hosts: {pandore: {}}}
                    etcd: {hosts: {pandore: {}}}
                """.formatted(
                        variable + (variable.contains("kube_version") ? "" : "\n    kube_version: v1.36.3")));
    }
}
