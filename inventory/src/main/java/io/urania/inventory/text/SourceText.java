package io.urania.inventory.text;

import java.nio.file.Path;

/**
 * What a file says.
 *
 * @param file the file, as the person named it
 * @param text without a byte order mark
 * @param hasMark whether a byte order mark stood before it
 * @param encrypted whether the file is encrypted as a whole and this is what it holds: nothing of it may be shown
 */
public record SourceText(Path file, String text, boolean hasMark, boolean encrypted) {
    /** Text that stands in no file but was given otherwise, as on the command line. */
    public static SourceText given(Path name, String text) {
        return new SourceText(name, text, false, false);
    }
}
