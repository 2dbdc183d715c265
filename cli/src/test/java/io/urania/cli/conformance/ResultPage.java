package io.urania.cli.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** docs/conformance.md, in which the newest results stand between two marks for each extent. */
final class ResultPage {

    static final Path FILE = Path.of("..", "docs", "conformance.md");

    private ResultPage() {}

    /** Puts a result in the place of the one that is there. */
    static void write(Path file, Specs.Extent extent, String result) throws IOException {
        Files.writeString(file, replaced(Files.readString(file), extent, result));
    }

    static String replaced(String page, Specs.Extent extent, String result) {
        String begin = "<!-- " + extent + " begin -->\n";
        String end = "<!-- " + extent + " end -->\n";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("the page has no place for the result " + extent);
        }
        return page.substring(0, from + begin.length()) + "\n" + result + "\n" + page.substring(to);
    }
}
