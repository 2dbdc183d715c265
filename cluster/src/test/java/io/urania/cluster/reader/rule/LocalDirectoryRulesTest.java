package io.urania.cluster.reader.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.reader.ClusterReading;
import io.urania.cluster.reader.RackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where this machine keeps secrets and what is handed out. */
final class LocalDirectoryRulesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/cron.d",
                "/etc/systemd/system",
                "/root/.ssh",
                "/home/pi/.config/autostart",
                "/run/systemd/system",
                "/usr/local/sbin/x",
                "/var/lib/dpkg/info",
                "/var/lib/kubelet/x",
                "'{{ inventory_dir }}'",
                "'{{ inventory_dir }}/group_vars'",
                "'{{ inventory_dir }}/group_vars/all'",
                "'{{ inventory_dir }}/host_vars/x'",
                "'{{ inventory_dir }}/.urania'",
                "'{{ inventory_dir }}/.urania/runs'",
                "'{{ inventory_dir }}/.git/hooks'"
            })
    void noDirectoryOfOthersIsTaken(String path) {
        for (String variable : new String[] {"credentials_dir", "artifacts_dir"}) {
            ClusterReading reading = new RackFiles(directory).withVariables(variable + ": " + path);

            assertThat(reading.spec()).as(variable).isEmpty();
            assertThat(reading.errors()).singleElement().satisfies(problem -> {
                assertThat(problem.what()).startsWith(variable + " is ");
                assertThat(problem.position()).isNotNull();
                assertThat(problem.remedy()).contains("{{ inventory_dir }}/");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credentials_dir: '{{ inventory_dir }}/credentials'\nartifacts_dir: '{{ inventory_dir }}/artifacts'",
                "credentials_dir: /home/pi/My Rack/credentials",
                "credentials_dir: /etc/urania/credentials",
                "artifacts_dir: /srv/rack/artifacts"
            })
    void whatPeopleWriteIsTaken(String lines) {
        assertThat(new RackFiles(directory).withVariables(lines).errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "artifacts_dir: '{{ inventory_dir }}/credentials'",
                "artifacts_dir: '{{ inventory_dir }}/credentials/x'",
                "credentials_dir: '{{ inventory_dir }}/artifacts/x'"
            })
    void secretsAreNotAmongWhatIsHandedOut(String line) {
        assertThat(new RackFiles(directory).withVariables(line).errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.why()).contains("mixed with the cluster's secrets"));
    }

    @Test
    void aLinkIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createSymbolicLink(directory.resolve("credentials"), elsewhere);
        Files.createSymbolicLink(directory.resolve("artifacts"), elsewhere);

        assertThat(new RackFiles(directory).withVariables("").errors()).anySatisfy(problem -> {
            assertThat(problem.what()).isEqualTo("credentials_dir is " + directory.resolve("credentials"));
            assertThat(problem.why()).contains("symbolic link");
        });
    }

    @Test
    void aLinkOnTheWayLeadsNowhereElse() throws IOException {
        Path rack = Files.createDirectory(directory.resolve("rack"));
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createSymbolicLink(rack.resolve("keys"), elsewhere);

        assertThat(new RackFiles(rack)
                        .withVariables("credentials_dir: '{{ inventory_dir }}/keys/secrets'")
                        .errors())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.why()).contains("outside the inventory, to " + elsewhere + "/secrets"));
    }

    @Test
    void aFolderOfSomebodyElseIsRefused() throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root gives files to others");
        Path folder = Files.createDirectory(directory.resolve("credentials"));
        Files.setOwner(
                folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        assertThat(new RackFiles(directory).withVariables("").errors())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).isEqualTo("credentials_dir is " + folder);
                    assertThat(problem.why()).contains("it is owned by nobody").contains("chown -R root " + folder);
                });
    }
}
