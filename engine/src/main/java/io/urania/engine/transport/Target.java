package io.urania.engine.transport;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a host is reached.
 *
 * @param name the host's name in the inventory: what people read
 * @param address host name or IP address to connect to; begins with no {@code -}
 * @param port TCP port, 1 to 65535
 * @param user login name; empty leaves the choice to the SSH configuration; begins with no {@code -}
 * @param becomeRoot whether commands run through sudo
 * @param identity private key to offer, if the inventory names one
 * @param options further words for the ssh command line, as in {@code ansible_ssh_common_args}
 * @param way by which means
 * @param passwords what login and sudo ask for, if they ask
 * @param connection empty for the connection that commands share; each other word is a connection of its own
 */
public record Target(
        String name,
        String address,
        int port,
        String user,
        boolean becomeRoot,
        Optional<Path> identity,
        List<String> options,
        Way way,
        Passwords passwords,
        String connection) {

    public Target {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " of " + name + " is not between 1 and 65535");
        }
        if (address.startsWith("-") || user.startsWith("-")) {
            throw new IllegalArgumentException(
                    name + ": a program could take " + address + " or " + user + " for an option");
        }
        options = List.copyOf(options);
    }

    /** A host whose commands share a connection. */
    public Target(
            String name,
            String address,
            int port,
            String user,
            boolean becomeRoot,
            Optional<Path> identity,
            List<String> options,
            Way way,
            Passwords passwords) {
        this(name, address, port, user, becomeRoot, identity, options, way, passwords, "");
    }

    /** A host that is reached by ssh and asks for no password. */
    public Target(
            String name,
            String address,
            int port,
            String user,
            boolean becomeRoot,
            Optional<Path> identity,
            List<String> options) {
        this(name, address, port, user, becomeRoot, identity, options, Way.SSH, Passwords.NONE);
    }

    /** The same host without becoming root. */
    public Target asLoginUser() {
        return new Target(name, address, port, user, false, identity, options, way, passwords, connection);
    }

    /** The same host by another way. */
    public Target by(Way other) {
        return new Target(name, address, port, user, becomeRoot, identity, options, other, passwords, connection);
    }

    /** The same host with other passwords. */
    public Target with(Passwords others) {
        return new Target(name, address, port, user, becomeRoot, identity, options, way, others, connection);
    }

    /**
     * The same host over a connection that is not the one that other commands share.
     *
     * @param other a word that no other connection to the host has
     */
    public Target over(String other) {
        return new Target(name, address, port, user, becomeRoot, identity, options, way, passwords, other);
    }

    /** What messages call it: name, and where it is. */
    public String where() {
        return name + " (" + address + ":" + port + ")";
    }
}
