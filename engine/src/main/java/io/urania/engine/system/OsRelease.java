package io.urania.engine.system;

import java.util.Set;

/**
 * What an operating system says of itself (os-release(5)). Whatever it does not say is empty.
 *
 * @param id {@code ID}, such as {@code debian}, {@code raspbian}, {@code arch}
 * @param like {@code ID_LIKE}, its words
 * @param name {@code PRETTY_NAME}
 * @param version {@code VERSION_ID}; a system that is always the newest has none
 * @param image the first line of /etc/rpi-issue, which images of Raspberry Pi OS have: for 64 bits, they say else that they are Debian
 */
public record OsRelease(String id, Set<String> like, String name, String version, String image) {

    public OsRelease {
        like = Set.copyOf(like);
    }

    /** Whether the system is one of a family, by its own id or by what it says it is like. */
    public boolean isLike(String family) {
        return id.equals(family) || like.contains(family);
    }
}
