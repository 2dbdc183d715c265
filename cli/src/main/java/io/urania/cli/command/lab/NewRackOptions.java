package io.urania.cli.command.lab;

import io.urania.cli.rack.RackMaking.Wish;
import io.urania.lab.RackOptions;
import io.urania.lab.platform.PlatformWish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a rack shall be. */
final class NewRackOptions {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "rack",
            description = "The rack's directory (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("rack");

    @Option(
            names = "--kubernetes",
            paramLabel = "VERSION",
            defaultValue = "",
            description = "The version of Kubernetes (default: " + RackOptions.DEFAULT_KUBERNETES + ").")
    private String kubernetes = "";

    @Option(
            names = "--nodes",
            paramLabel = "NODES",
            defaultValue = "",
            description = {
                "A smaller rack: a number of nodes, or their names, separated by commas (default: the article's twelve).",
                "The load balancer is added to these."
            })
    private String nodes = "";

    @Option(
            names = "--network",
            paramLabel = "NETWORK",
            defaultValue = "",
            description =
                    "The /24 network of the hosts (default: the article's 10.42.253.0/24, or the next below it that is free).")
    private String network = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "",
            description = "Kind of hosts: container, or vm for virtual machines (default: container).")
    private String kind = "";

    @Option(
            names = "--vm",
            paramLabel = "HOST",
            split = ",",
            description =
                    "Hosts that are virtual machines; the others are what --kind says. Repeatable, or separated by commas.")
    private List<String> virtualMachines = new ArrayList<>();

    @Option(
            names = "--os",
            paramLabel = "OS",
            defaultValue = "",
            description =
                    "Operating system of all hosts: debian-11, debian-12, debian-13, or arch for Debian with pacman (default: debian-12).")
    private String operatingSystem = "";

    @Option(
            names = "--arch",
            paramLabel = "ARCH",
            defaultValue = "",
            description = {
                "Architecture of all hosts: amd64, arm64 or armhf (default: this machine's).",
                "QEMU runs the programs of another one."
            })
    private String architecture = "";

    @Option(
            names = "--host",
            paramLabel = "HOST=OS/ARCH",
            split = ",",
            description = {
                "Hosts that run something else than --os and --arch say: HOST=OS, HOST=OS/ARCH or HOST=/ARCH.",
                "Repeatable, or separated by commas."
            })
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--memory",
            paramLabel = "MEMORY|HOST=MEMORY",
            split = ",",
            description = {
                "Memory of all hosts, such as 924m or 2g, or of one: HOST=924m. What takes more is killed by the kernel.",
                "Repeatable, or separated by commas (default: containers have no limit, virtual machines what their role needs)."
            })
    private List<String> memory = new ArrayList<>();

    Wish wish(Path workingDirectory) {
        return new Wish(
                workingDirectory.resolve(directory),
                kubernetes,
                nodes,
                network,
                kind,
                virtualMachines,
                new PlatformWish(operatingSystem, architecture, hosts),
                memory);
    }
}
