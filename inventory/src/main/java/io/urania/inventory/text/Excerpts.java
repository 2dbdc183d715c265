package io.urania.inventory.text;

import io.urania.inventory.file.RegularFile;
import io.urania.inventory.problem.Concealment;
import io.urania.inventory.problem.Excerpt;
import io.urania.inventory.problem.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the lines that problems are about. There is no excerpt of a file that is gone, of what is no file or no text, nor of a line that may hold a secret.
 * Keeps the file asked for last, so that problems sorted by file read each once. Not for several threads.
 */
public final class Excerpts {
    /** In bytes: whoever has a larger file looks for the line in an editor. */
    private static final int LARGEST_FILE = 16 * 1024 * 1024;

    private Optional<Path> file = Optional.empty();
    private List<String> lines = List.of();

    /** The line with the place, or nothing if it cannot or must not be shown. */
    public Optional<Excerpt> of(Position position) {
        if (!file.equals(Optional.of(position.file()))) {
            file = Optional.of(position.file());
            lines = readable(position.file());
        }
        int index = position.line() - 1;
        if (index < 0 || index >= lines.size() || Concealment.hides(lines, index)) {
            return Optional.empty();
        }
        return Optional.of(Excerpt.of(position.line(), lines.get(index), position.column()));
    }

    private static List<String> readable(Path file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(RegularFile.read(file, LARGEST_FILE)))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                return List.of();
            }
            List<String> lines = text.strip().equals("\uFEFF")
                    ? List.of()
                    : text.substring(text.startsWith("\uFEFF") ? 1 : 0).lines().toList();
            return Concealment.hidesAll(lines) ? List.of() : lines;
        } catch (IOException _) {
            // The problem is told without the line; that the file cannot be read is a problem of its own.
            return List.of();
        }
    }
}
