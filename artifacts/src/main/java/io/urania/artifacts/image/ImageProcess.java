package io.urania.artifacts.image;

import java.util.List;

/**
 * What a container of an image runs unless told otherwise.
 *
 * @param entryPoint the program and its first arguments; may be empty
 * @param command the arguments after them; may be empty
 * @param user the user's number, or empty for root
 */
public record ImageProcess(List<String> entryPoint, List<String> command, String user) {
    public ImageProcess {
        entryPoint = List.copyOf(entryPoint);
        command = List.copyOf(command);
    }

    /** One program, as root. */
    public static ImageProcess of(String program) {
        return new ImageProcess(List.of(program), List.of(), "");
    }
}
