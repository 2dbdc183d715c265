package io.urania.lab;

import io.urania.lab.base.AptConfiguration;
import io.urania.lab.base.BaseTree;
import io.urania.lab.card.Card;
import io.urania.lab.card.Card.Language;
import io.urania.lab.card.Login;
import io.urania.lab.card.Peculiarity;
import io.urania.lab.host.Host;
import io.urania.lab.host.HostFiles;
import io.urania.lab.host.HostStart;
import io.urania.lab.host.SshAnswer;
import io.urania.lab.layout.RackNode;
import io.urania.lab.machine.MachineProbe;
import io.urania.lab.platform.Platform;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProgress;
import io.urania.lab.system.ProcessTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings the hosts of one rack up, on base trees that it makes if need be. */
final class RackStart {
    private static final Path APT = Path.of("/etc/apt");

    private final Path directory;
    private final BaseTree trees = new BaseTree(BaseTree.defaultCache());

    RackStart(Path directory) {
        this.directory = directory;
    }

    /** Makes the base trees of these hosts; a rack keeps those it was first started on, for its hosts' layers fit no other. */
    RackFile ensureBases(RackFile file, List<RackNode> nodes) throws RackException, IOException, InterruptedException {
        AptConfiguration apt = AptConfiguration.read(APT);
        RackFile based = file;
        for (Platform platform :
                nodes.stream().map(RackNode::platform).distinct().toList()) {
            based = ensureBase(based, platform, apt);
        }
        return based;
    }

    private RackFile ensureBase(RackFile file, Platform platform, AptConfiguration apt)
            throws RackException, IOException, InterruptedException {
        Optional<Path> recorded = file.base(platform);
        if (recorded.filter(Files::isDirectory).isPresent()) {
            return file;
        }
        if (recorded.isPresent() && !recorded.get().equals(trees.path(platform, apt))) {
            throw new RackException(
                    "the operating system tree " + recorded.get() + " is gone",
                    "the layers of this rack's hosts depend on it, and this program would create a different one",
                    "destroy the rack and create it again");
        }
        RackFile based = file.withBase(platform, trees.ensure(platform, apt));
        based.write(directory);
        return based;
    }

    /** Makes what the hosts of each kind have in common. */
    void prepare(RackFile file, List<RackNode> nodes) throws RackException, IOException, InterruptedException {
        for (RackNode node : nodes) {
            new Hosts(directory, file).of(node).prepare(base(file, node));
        }
    }

    /** Boots those hosts that are not up and waits for ssh on all of them. */
    void boot(RackFile file, List<RackNode> nodes, Duration clock, RackProgress.HostListener listener)
            throws RackException, IOException, InterruptedException {
        ProcessTable processes = ProcessTable.read();
        var hosts = new Hosts(directory, file);
        String authorizedKey = Files.readString(directory.resolve(Rack.PUBLIC_KEY), StandardCharsets.US_ASCII)
                .strip();
        List<String> nameServers = MachineProbe.nameServers();
        String proxy = AptConfiguration.proxy();
        AllHosts.run(nodes, node -> {
            Host host = hosts.of(node);
            if (!host.isUp(processes)) {
                host.end();
                Path base = base(file, node);
                Card card = card(file, node, host.files(), authorizedKey, nameServers, proxy);
                host.start(new HostStart(base, card.entries(base), clock));
            }
            SshAnswer.await(host, host.patience(nodes.size()));
            listener.done(node.shortName());
        });
    }

    private static Path base(RackFile file, RackNode node) {
        return file.base(node.platform()).orElseThrow();
    }

    private static Card card(
            RackFile file,
            RackNode node,
            HostFiles files,
            String authorizedKey,
            List<String> nameServers,
            String aptConfiguration)
            throws IOException {
        Optional<Peculiarity> peculiarity = file.peculiarity(node);
        return new Card(
                node,
                file.network(),
                files.hostKey(),
                peculiarity.filter(Peculiarity.SUDO_LOGIN::equals).isPresent()
                        ? new Login.Pi(files.passwordHash())
                        : new Login.Root(),
                authorizedKey,
                nameServers,
                aptConfiguration,
                peculiarity.filter(Peculiarity.FRENCH::equals).isPresent() ? Language.FRENCH : Language.ENGLISH,
                peculiarity.filter(Peculiarity.NOISY_PROFILE::equals).isPresent());
    }
}
