package io.urania.lab.virtual;

import io.urania.engine.shell.Shell;
import io.urania.lab.card.CardEntry;
import io.urania.lab.card.CardEntry.File;
import io.urania.lab.card.CardEntry.Link;
import io.urania.lab.layout.RackNode;
import io.urania.lab.system.Commands;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lab's own way into a virtual machine: a second ssh server beside the card's, which lets root in with the rack's key whoever logs in
 * on the card's, and reads no profile. It needs the network.
 *
 * @param privateKey the rack's key
 * @param knownHosts a file with the host's key by its address
 */
public record Door(RackNode node, Path privateKey, Path knownHosts) {
    static final int PORT = 2222;

    /** What the machine has for it. */
    List<CardEntry> entries() throws IOException {
        String publicKey = Files.readString(
                        privateKey.resolveSibling(privateKey.getFileName() + ".pub"), StandardCharsets.US_ASCII)
                .strip();
        return List.of(
                File.secret("etc/rack/authorized_keys", publicKey + "\n"),
                File.of("etc/rack/sshd_config", Script.Resources.text("virtual/door-sshd_config")),
                File.of("etc/systemd/system/rack-door.service", Script.Resources.text("virtual/door.service")),
                new Link("etc/systemd/system/multi-user.target.wants/rack-door.service", "../rack-door.service"));
    }

    /** A process builder for a command in it, with a login's environment. */
    ProcessBuilder command(List<String> command) {
        List<String> words = new ArrayList<>(List.of(
                "sh",
                "-c",
                // ssh would ask for a terminal if one of the two is one, and end lines as terminals do where output
                // goes to a file.
                "[ -t 0 ] && [ -t 1 ] && set -- -t \"$@\"; exec ssh \"$@\"",
                "door",
                "-F",
                "none",
                "-p",
                Integer.toString(PORT),
                "-i",
                privateKey.toString()));
        for (String option : List.of(
                "BatchMode=yes",
                "IdentitiesOnly=yes",
                "StrictHostKeyChecking=yes",
                "GlobalKnownHostsFile=none",
                "UserKnownHostsFile=" + knownHosts,
                "HostKeyAlias=" + node.address(),
                "ConnectTimeout=15",
                // A machine that crashes does not say so.
                "ServerAliveInterval=5",
                "ServerAliveCountMax=6",
                "LogLevel=ERROR")) {
            words.addAll(List.of("-o", option));
        }
        words.add("root@" + node.address());
        words.add("exec env -i HOME=/root USER=root LOGNAME=root SHELL=/bin/sh TERM=\"${TERM:-dumb}\" LANG=C.UTF-8"
                + " PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin " + Shell.words(command));
        return Commands.builder(words);
    }
}
