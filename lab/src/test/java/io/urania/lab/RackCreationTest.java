package io.urania.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.urania.lab.card.Peculiarity;
import io.urania.lab.layout.HostKind;
import io.urania.lab.layout.Memory;
import io.urania.lab.platform.Platform;
import io.urania.lab.platform.PlatformWish;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import io.urania.lab.report.RackProgress;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    void thePasswordOfTheHostWithoutARootLoginIsInTheSecondInventoryAndItsHashBesideTheHost()
            throws RackException, IOException, InterruptedException {
        Rack.create(directory.resolve("rack"), RackOptions.defaults().withNodes("3"));

        Path variables = directory.resolve("rack/lab/host_vars/erato.friends.intra.example.com.yaml");
        assertThat(variables).content().contains("ansible_user: pi\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(variables)))
                .isEqualTo("rw-------");
        String password = Files.readAllLines(variables).getLast().replaceFirst(".*: \"(.*)\"", "$1");
        String hash = Files.readString(directory.resolve("rack/hosts/erato/password-hash"))
                .strip();
        String salt = hash.split("\\$", -1)[2];
        assertThat(Commands.output(password, List.of("openssl", "passwd", "-6", "-stdin", "-salt", salt)))
                .isEqualToIgnoringNewLines(hash);
        assertThat(directory.resolve("rack/hosts/pandore/password-hash")).doesNotExist();
    }

    @Test
    void whatIsPeculiarAboutHostsIsKnownBeforeTheyBoot() throws RackException, IOException, InterruptedException {
        Rack rack =
                Rack.create(directory.resolve("rack"), RackOptions.defaults().withNodes("3"));

        assertThat(Rack.open(rack.directory()).list().hosts())
                .extracting(RackHost::shortName, RackHost::peculiarity)
                .containsExactly(
                        tuple("pandore", Optional.of(Peculiarity.NOISY_PROFILE)),
                        tuple("pyrrha", Optional.empty()),
                        tuple("erato", Optional.of(Peculiarity.SUDO_LOGIN)),
                        tuple("balancer", Optional.of(Peculiarity.FRENCH)));
    }

    @Test
    void aRackOfAnEarlierProgramHasNothingPeculiar() throws RackException, IOException, InterruptedException {
        Rack rack =
                Rack.create(directory.resolve("rack"), RackOptions.defaults().withNodes("1"));
        Path file = rack.directory().resolve("rack.json");
        Files.writeString(file, Files.readString(file).replaceFirst("(?s),\\s*\"peculiarities\": \\{.*?\\}", ""));

        assertThat(Rack.open(rack.directory()).list().hosts())
                .allSatisfy(host -> assertThat(host.peculiarity()).isEmpty());
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
    void aRackOfAnEarlierVersionHasOnlyContainers() throws RackException, IOException, InterruptedException {
        Path place = directory.resolve("rack");
        Rack.create(place, RackOptions.defaults().withNodes("1").withVirtualMachines(List.of("pandore")));
        assertThat(kinds(place)).containsExactly(HostKind.VIRTUAL_MACHINE, HostKind.CONTAINER);

        Path file = place.resolve("rack.json");
        Files.writeString(file, Files.readString(file).replaceAll(",\\s*\"kind\": \"[a-z]+\"", ""));

        assertThat(file).content().doesNotContain("kind");
        assertThat(kinds(place)).containsExactly(HostKind.CONTAINER, HostKind.CONTAINER);
    }

    @Test
    void aWrongClockIsRefusedForContainersByName() throws RackException, IOException, InterruptedException {
        Rack rack = Rack.create(
                directory.resolve("rack"),
                RackOptions.defaults().withNodes("1").withVirtualMachines(List.of("pandore")));

        assertThatExceptionOfType(RackException.class)
                .isThrownBy(() -> rack.start(List.of(), Duration.ofHours(-3), RackProgress.silent()))
                .withMessageContaining("balancer cannot have a different time than this machine")
                .satisfies(refused -> assertThat(refused.problems())
                        .noneMatch(problem -> problem.what().contains("pandore")));
    }

    private static List<HostKind> kinds(Path place) throws RackException, IOException {
        return Rack.open(place).list().hosts().stream().map(RackHost::kind).toList();
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
        assertThat(first.get("architecture").getAsString())
                .isEqualTo(Platform.usual().architecture().label());
        assertThat(first.get("peculiarity").getAsString()).isEqualTo("user pi, sudo with a password");
    }

    @Test
    void whatHostsRunIsKnownBeforeTheyBoot() throws RackException, IOException, InterruptedException {
        Rack rack = Rack.create(
                directory.resolve("rack"),
                RackOptions.defaults()
                        .withNodes("pandore,thalia")
                        .withPlatforms(new PlatformWish(
                                "debian-13", "arm64", List.of("thalia=debian-11/armhf", "balancer=arch"))));

        assertThat(Rack.open(rack.directory()).list().hosts())
                .extracting(RackHost::shortName, RackHost::architecture, RackHost::operatingSystem)
                .containsExactly(
                        tuple("pandore", "arm64", "Debian trixie"),
                        tuple("thalia", "armhf", "Debian bullseye"),
                        tuple("balancer", "arm64", "Arch Linux"));
        assertThat(rack.platforms().values()).containsExactly("arch/arm64", "debian-13/arm64", "debian-11/armhf");
        assertThat(rack.architectures()).containsExactly("arm64", "armhf");
    }

    @Test
    void theMemoryOfHostsIsKnownBeforeTheyBoot() throws RackException, IOException, InterruptedException {
        RackOptions options = RackOptions.defaults().withNodes("pandore,thalia").withMemory(List.of("thalia=924m"));
        Rack rack = Rack.create(directory.resolve("rack"), options);

        RackState state = Rack.open(rack.directory()).list();

        assertThat(state.hosts())
                .extracting(RackHost::shortName, RackHost::memory)
                .containsExactly(
                        tuple("pandore", Optional.empty()),
                        tuple("thalia", Optional.of(new Memory(924))),
                        tuple("balancer", Optional.empty()));
        assertThat(JsonParser.parseString(state.toJson()).getAsJsonObject().getAsJsonArray("hosts"))
                .extracting(host -> host.getAsJsonObject().get("memoryBytes"))
                .containsExactly(null, new JsonPrimitive(924L << 20), null);
        assertThat(rack.memory()).isEqualTo(Rack.memory(options)).containsOnlyKeys("thalia.friends.intra.example.com");
    }

    @Test
    void allThatIsWrongWithHostsIsToldAtOnce() {
        assertThatExceptionOfType(RackException.class)
                .isThrownBy(() -> Rack.create(
                        directory.resolve("rack"),
                        RackOptions.defaults()
                                .withNodes("1")
                                .withVirtualMachines(List.of("clio"))
                                .withPlatforms(new PlatformWish("plan9", "", List.of()))
                                .withMemory(List.of("thalia=1g"))))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(RackProblem::what)
                        .containsExactly(
                                "no host has the name 'clio'",
                                "no operating system of hosts is called 'plan9'",
                                "no host has the name 'thalia'"));
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
                .withMessageContaining("exists and is not a rack");
        assertThatExceptionOfType(RackException.class)
                .isThrownBy(() -> Rack.open(directory))
                .withMessageContaining("does not contain a rack");
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
