package io.urania.cluster.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a host is reached over SSH.
 *
 * @param host name or address to connect to
 * @param port TCP port, 1 to 65535
 * @param user login name; empty leaves the choice to the SSH configuration
 * @param becomeRoot whether commands run through {@code sudo -n}
 * @param privateKey key to offer, if the inventory names one
 * @param options further words for the ssh command line ({@code ansible_ssh_common_args}, then {@code ansible_ssh_extra_args})
 */
public record Connection(
        String host, int port, String user, boolean becomeRoot, Optional<Path> privateKey, List<String> options) {
    public Connection {
        options = List.copyOf(options);
    }
}
