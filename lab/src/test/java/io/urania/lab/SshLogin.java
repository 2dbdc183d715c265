package io.urania.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.system.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way into a host of a rack as a person has it: ssh with the rack's key, and the host's own key pinned. */
record SshLogin(Rack rack, String user, String host) {
    /** What a command prints there that must succeed, without white space at its end. */
    String output(String command) throws IOException, InterruptedException {
        Commands.Result result = run("", command);
        assertThat(result.exitCode()).as(command + ": " + result.errors()).isZero();
        return result.output().strip();
    }

    /** Runs a command there, which may fail. */
    Commands.Result run(String input, String command) throws IOException, InterruptedException {
        String address = rack.list().hosts().stream()
                .filter(each -> each.shortName().equals(host))
                .map(RackHost::address)
                .findFirst()
                .orElseThrow();
        Path knownHosts = rack.inventories().getFirst().resolve(".urania/known_hosts");
        return Commands.run(
                input,
                List.of(
                        "ssh",
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "StrictHostKeyChecking=yes",
                        "-o",
                        "UserKnownHostsFile=" + knownHosts,
                        "-i",
                        rack.directory().resolve("id_ed25519").toString(),
                        user + "@" + address,
                        command));
    }
}
