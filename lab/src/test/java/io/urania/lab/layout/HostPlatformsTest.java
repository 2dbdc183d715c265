package io.urania.lab.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.urania.lab.platform.Architecture;
import io.urania.lab.platform.Distribution;
import io.urania.lab.platform.Platform;
import io.urania.lab.platform.PlatformWish;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostPlatformsTest {
    private static final List<RackNode> HOSTS = List.of(
            new RackNode("pandore.example", "10.42.253.40", Role.CONTROL_PLANE),
            new RackNode("thalia.example", "10.42.253.51", Role.WORKER),
            new RackNode("balancer.example", "10.42.253.52", Role.LOAD_BALANCER));
    private static final Architecture HERE = Platform.usual().architecture();

    @Test
    void hostsRunWhatIsUsualUnlessSomebodyAsks() throws RackException {
        assertThat(HostPlatforms.choose(HOSTS, PlatformWish.NONE))
                .extracting(RackNode::platform)
                .containsOnly(new Platform(Distribution.DEBIAN_12, HERE));
        assertThat(PlatformWish.NONE.isEmpty()).isTrue();
    }

    @Test
    void eachWordCountsForAllHostsByItself() throws RackException {
        assertThat(HostPlatforms.choose(HOSTS, new PlatformWish("debian-13", "", List.of())))
                .extracting(RackNode::platform)
                .containsOnly(new Platform(Distribution.DEBIAN_13, HERE));
        assertThat(HostPlatforms.choose(HOSTS, new PlatformWish("", "armhf", List.of())))
                .extracting(RackNode::platform)
                .containsOnly(new Platform(Distribution.DEBIAN_12, Architecture.ARMHF));
    }

    @Test
    void aSingleHostRunsWhatIsSaidOfItAndForTheRestWhatIsSaidOfAll() throws RackException {
        assertThat(HostPlatforms.choose(
                        HOSTS,
                        new PlatformWish(
                                "debian-11",
                                "arm64",
                                List.of("pandore=arch", "thalia.example=/armhf", "balancer=debian-13/amd64"))))
                .extracting(host -> host.platform().label())
                .containsExactly("arch/arm64", "debian-11/armhf", "debian-13/amd64");
    }

    @Test
    void wrongWordsAreToldAllAtOnceWithThoseThereAre() {
        assertThat(problems(new PlatformWish(
                        "debian-10", "i386", List.of("thalia=plan9", "pandore=debian-12/riscv64", "clio=arch"))))
                .extracting(RackProblem::what)
                .containsExactly(
                        "no operating system of hosts is called 'debian-10'",
                        "no architecture of hosts is called 'i386'",
                        "no operating system of hosts is called 'plan9'",
                        "no architecture of hosts is called 'riscv64'",
                        "no host has the name 'clio'");
        assertThat(problems(new PlatformWish("buster", "", List.of())))
                .extracting(RackProblem::remedy)
                .containsExactly("choose from debian-11, debian-12, debian-13, arch");
        assertThat(problems(new PlatformWish("", "arm", List.of())))
                .extracting(RackProblem::remedy)
                .containsExactly("choose from amd64, arm64, armhf");
        assertThat(problems(new PlatformWish("", "", List.of("clio=arch"))))
                .extracting(RackProblem::remedy)
                .containsExactly("choose from pandore, thalia, balancer");
    }

    @Test
    void aHostWithoutASystemIsRefusedWithHowToSayIt() {
        assertThat(problems(new PlatformWish("", "", List.of("thalia", "pandore=", "balancer=/"))))
                .extracting(RackProblem::remedy)
                .containsOnly("write HOST=OS, HOST=OS/ARCH or HOST=/ARCH, such as thalia=debian-12/armhf")
                .hasSize(3);
    }

    @Test
    void aHostThatIsNamedTwiceIsRefused() {
        assertThat(problems(new PlatformWish("", "", List.of("thalia=arch", "thalia.example=debian-11"))))
                .extracting(RackProblem::what)
                .containsExactly("the host thalia is named twice");
    }

    @Test
    void aVirtualMachineRunsWhatIsUsualOnly() throws RackException {
        List<RackNode> hosts = HostKinds.choose(HOSTS, HostKind.CONTAINER, List.of("thalia"));

        assertThat(HostPlatforms.choose(
                        hosts, new PlatformWish("debian-13", "", List.of("thalia=" + Platform.usual()))))
                .extracting(host -> host.platform().distribution())
                .containsExactly(Distribution.DEBIAN_13, Distribution.DEBIAN_12, Distribution.DEBIAN_13);
        assertThat(catchThrowableOfType(
                                RackException.class,
                                () -> HostPlatforms.choose(hosts, new PlatformWish("debian-13", "", List.of())))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).contains("virtual machine thalia cannot run debian-13/");
                    assertThat(problem.remedy()).contains("--host thalia=debian-12/");
                });
    }

    private static List<RackProblem> problems(PlatformWish wish) {
        return catchThrowableOfType(RackException.class, () -> HostPlatforms.choose(HOSTS, wish))
                .problems();
    }
}
