package io.urania.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.gson.JsonParser;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RackCreationTest {
    @TempDir
    Path directory;

    @Test
    void aNewRackHasBothInventoriesAPrivateKeyAndPinnedHostKeys()
            throws RackException, IOException, InterruptedException {
        Rack rack =
                Rack.create(directory.resolve("rack"), RackOptions.defaults().withNodes("3"));

        assertThat(rack.inventories())
                .allSatisfy(folder -> assertThat(folder.resolve("hosts.yaml")).isRegularFile());
        assertThat(directory.resolve("rack/inventory/hosts.yaml"))
                .content()
                .contains("pandore.", "pyrrha.", "erato.")
                .doesNotContain("hellenes", "thalia");
        assertThat(directory.resolve("rack/inventory/group_vars/etcd.yaml")).isRegularFile();
        assertThat(Files.getPosixFilePermissions(directory.resolve("rack/id_ed25519")))
                .hasSize(2);
        assertThat(Files.readAllLines(directory.resolve("rack/inventory/.urania/known_hosts")))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("10.42.253.40,pandore.friends.intra.example.com,pandore ssh-ed25519 AAAA");
        assertThat(directory).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void aRackThatIsOpenedAgainIsTheSame() throws RackException, IOException, InterruptedException {
        Path place = directory.resolve("rack");
        RackState made = Rack.create(place, RackOptions.defaults().withNodes("pandore,clio"))
                .list();

        assertThat(Rack.open(place).list()).isEqualTo(made);
        assertThat(made.hosts())
                .extracting(RackHost::shortName, RackHost::state)
                .containsExactly(
                        tuple("pandore", HostState.ABSENT),
                        tuple("clio", HostState.ABSENT),
                        tuple("balancer", HostState.ABSENT));
    }

    @Test
    void theListAsJsonNamesEveryHost() throws RackException, IOException, InterruptedException {
        Rack rack =
                Rack.create(directory.resolve("rack"), RackOptions.defaults().withNodes("1"));

        var json = JsonParser.parseString(rack.list().toJson()).getAsJsonObject();

        assertThat(json.get("kubernetes").getAsString()).isEqualTo("v1.36.3");
        var first = json.getAsJsonArray("hosts").get(0).getAsJsonObject();
        assertThat(first.get("name").getAsString()).isEqualTo("pandore.friends.intra.example.com");
        assertThat(first.get("address").getAsString()).isEqualTo("10.42.253.40");
        assertThat(first.get("role").getAsString()).isEqualTo("control-plane");
        assertThat(first.get("state").getAsString()).isEqualTo("absent");
    }

    @Test
    void whatACreationThatWasKilledLeftIsNoHindrance() throws RackException, IOException, InterruptedException {
        Files.createDirectories(directory.resolve(".rack.partial/inventory"));

        Rack.create(directory.resolve("rack"), RackOptions.defaults().withNodes("1"));

        assertThat(directory.resolve(".rack.partial")).doesNotExist();
    }

    @Test
    void aDirectoryWithOtherThingsIsNeitherFilledNorDestroyed() throws IOException {
        Files.writeString(directory.resolve("thesis.txt"), "mine");

        assertThatExceptionOfType(RackException.class)
                .isThrownBy(() -> Rack.create(directory, RackOptions.defaults()))
                .withMessageContaining("exists and is no rack");
        assertThatExceptionOfType(RackException.class)
                .isThrownBy(() -> Rack.open(directory))
                .withMessageContaining("holds no rack");
    }

    @Test
    void aRackFileOfAnotherProgramIsRefused() throws IOException {
        Files.writeString(directory.resolve("rack.json"), "{\"format\": \"something else\"}");

        assertThatExceptionOfType(RackException.class)
                .isThrownBy(() -> Rack.open(directory))
                .withMessageContaining("not a rack of this program");
    }

    @Test
    void anUnknownHostIsRefusedWithTheOnesThereAre() throws RackException, IOException, InterruptedException {
        Rack rack =
                Rack.create(directory.resolve("rack"), RackOptions.defaults().withNodes("1"));

        assertThatExceptionOfType(RackException.class)
                .isThrownBy(() -> rack.stop(List.of("urania"), RackProgress.silent()))
                .withMessageContaining("choose from pandore, balancer");
    }

    @Test
    void aRackThatWasHalfDestroyedSaysHowToFinish() throws RackException, IOException, InterruptedException {
        Rack rack =
                Rack.create(directory.resolve("rack"), RackOptions.defaults().withNodes("1"));
        Files.delete(directory.resolve("rack/hosts/balancer/ssh_host_ed25519_key"));

        assertThat(rack.check())
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("urania lab destroy"));
    }
}
