package io.urania.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that tests run in a process of their own, with the JDK and the classes of the tests. */
public final class JavaProgram {

    private JavaProgram() {}

    /** The command of a program, to which words may be added. */
    public static List<String> command(Class<?> main, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", // none runs for long, and some start a hundred times
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(words));
        return command;
    }
}
