package io.urania.lab.base;

import io.urania.lab.platform.Platform;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.util.List;

/**
 * All that decides what a base tree contains.
 *
 * @param release Debian's code name
 * @param architecture Debian's name for it
 * @param sourcesList what the hosts will have as {@code /etc/apt/sources.list}
 */
public record BaseRecipe(String release, String architecture, String mirror, String sourcesList) {
    static final Script BUILD = new Script("base/build");

    /** The recipe of the Debian that a platform is made of, with packages from where this machine gets its own. */
    public static BaseRecipe of(Platform platform, AptConfiguration apt) {
        String release = platform.distribution().release();
        return new BaseRecipe(
                release, platform.architecture().label(), apt.mirror().orElseThrow(), apt.sourcesList(release));
    }

    /** The packages of the tree. */
    public static List<String> packages() throws IOException {
        return Script.Resources.text("base/packages.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    /** A name that changes whenever the tree would. */
    public String name() throws IOException {
        String everything = String.join(
                "\n", release, architecture, mirror, sourcesList, String.join(",", packages()), BUILD.text());
        return "%s-%s-%s".formatted(release, architecture, Fingerprint.of(everything));
    }
}
