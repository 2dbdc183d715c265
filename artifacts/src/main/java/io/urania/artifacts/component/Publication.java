package io.urania.artifacts.component;

import io.urania.artifacts.Architecture;
import java.net.URI;
import java.util.Optional;

/**
 * Where a project publishes its programs: {@code {version}}, {@code {plain}} (without the v), {@code {arch}} and {@code {program}} stand for
 * what they say.
 *
 * @param url what to download
 * @param member the program's path in the downloaded archive; empty where the download is the program
 */
public record Publication(String url, Optional<String> member) {

    /** Whether the download is an archive, in which the program is. */
    public boolean isArchive() {
        return member.isPresent();
    }

    /** What to download for a program. */
    public URI uri(String program, String version, Architecture architecture) {
        return URI.create(fill(url, program, version, architecture));
    }

    /** Where the program is in the download, if that is an archive. */
    public Optional<String> member(String program, String version, Architecture architecture) {
        return member.map(template -> fill(template, program, version, architecture));
    }

    private static String fill(String template, String program, String version, Architecture architecture) {
        return template.replace("{version}", version)
                .replace("{plain}", Project.plain(version))
                .replace("{arch}", architecture.goName())
                .replace("{program}", program);
    }
}
