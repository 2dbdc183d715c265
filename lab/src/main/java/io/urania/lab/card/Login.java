package io.urania.lab.card;

import io.urania.lab.card.CardEntry.Directory;
import io.urania.lab.card.CardEntry.File;
import io.urania.lab.card.CardEntry.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who logs in on a host, and what for that is on its card. */
public sealed interface Login {
    /** The name, as inventories have it in {@code ansible_user}. */
    String user();

    Owner owner();

    /** The path of the home directory, without a slash at its start. */
    String home();

    /**
     * What is on the card for it.
     *
     * @param base the tree that the card goes over
     */
    List<CardEntry> entries(Path base, String authorizedKey) throws IOException;

    /** Root, by key. */
    record Root() implements Login {
        @Override
        public String user() {
            return "root";
        }

        @Override
        public Owner owner() {
            return Owner.ROOT;
        }

        @Override
        public String home() {
            return "root";
        }

        @Override
        public List<CardEntry> entries(Path base, String authorizedKey) {
            return key(this, authorizedKey);
        }
    }

    /**
     * The first user of Raspberry Pi OS, by key, in group sudo, with a password for sudo; root has no key then.
     *
     * @param passwordHash as in {@code /etc/shadow}, see crypt(5)
     */
    record Pi(String passwordHash) implements Login {
        private static final int NUMBER = 1000;
        /** Debian's group of those who read /etc/shadow. */
        private static final Owner SHADOW = new Owner(0, 42);
        /** A day of the year 2026, counted from 1970. */
        private static final int PASSWORD_SET = 20_560;

        public static final String NAME = "pi";

        @Override
        public String user() {
            return NAME;
        }

        @Override
        public Owner owner() {
            return new Owner(NUMBER, NUMBER);
        }

        @Override
        public String home() {
            return "home/" + NAME;
        }

        @Override
        public List<CardEntry> entries(Path base, String authorizedKey) throws IOException {
            var entries = new ArrayList<CardEntry>(List.of(
                    File.of(
                            "etc/passwd",
                            text(base, "etc/passwd")
                                    + "%s:x:%d:%d:,,,:/%s:/bin/bash%n".formatted(NAME, NUMBER, NUMBER, home())),
                    File.of("etc/group", members(base, "etc/group") + "%s:x:%d:%n".formatted(NAME, NUMBER)),
                    new File(
                            "etc/shadow",
                            "rw-r-----",
                            SHADOW,
                            text(base, "etc/shadow")
                                    + "%s:%s:%d:0:99999:7:::%n".formatted(NAME, passwordHash, PASSWORD_SET)),
                    new File(
                            "etc/gshadow",
                            "rw-r-----",
                            SHADOW,
                            members(base, "etc/gshadow") + "%s:!::%n".formatted(NAME)),
                    new Directory(home(), "rwx------", owner())));
            for (String name : List.of(".bashrc", ".profile", ".bash_logout")) {
                entries.add(new File(home() + "/" + name, "rw-r--r--", owner(), text(base, "etc/skel/" + name)));
            }
            entries.addAll(key(this, authorizedKey));
            return entries;
        }

        /** With the user as one of group sudo; its members are the last field of both files. */
        private static String members(Path base, String file) throws IOException {
            return text(base, file)
                    .lines()
                    .map(line -> line.startsWith("sudo:") ? line + (line.endsWith(":") ? "" : ",") + NAME : line)
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        }

        private static String text(Path base, String file) throws IOException {
            return Files.readString(base.resolve(file), StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return NAME;
        }
    }

    private static List<CardEntry> key(Login login, String authorizedKey) {
        return List.of(
                new Directory(login.home() + "/.ssh", "rwx------", login.owner()),
                new File(login.home() + "/.ssh/authorized_keys", "rw-------", login.owner(), authorizedKey + "\n"));
    }
}
