package io.urania.inventory.library.lookup;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Lookup;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.python.Text;
import io.urania.inventory.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code lookup('pipe', command)}: what a shell command writes, without the whitespace at its end. */
record PipeLookup(Path workingDirectory) implements Lookup {
    private static final int LARGEST_OUTPUT = 16 * 1024 * 1024;

    @Override
    public List<Value> find(List<Value> terms, Call call) {
        call.accept();
        List<Value> found = new ArrayList<>();
        for (Value term : terms) {
            found.add(call.result(output(Display.text(term))));
        }
        return found;
    }

    private String output(String command) {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", command)
                    .directory(workingDirectory.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            try (InputStream stream = process.getInputStream()) {
                byte[] output = stream.readNBytes(LARGEST_OUTPUT + 1);
                if (output.length > LARGEST_OUTPUT) {
                    process.destroyForcibly();
                    throw new OperationException("'" + command + "' writes more than 16 MiB", "", "");
                }
                int status = process.waitFor();
                if (status != 0) {
                    throw new OperationException(
                            "'" + command + "' failed", "its exit status is " + status, "run it by hand");
                }
                return Text.stripped(new String(output, StandardCharsets.UTF_8), Text.SPACES, false, true);
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new OperationException("'" + command + "' was interrupted", "", "");
            }
        } catch (IOException failure) {
            throw new OperationException("cannot run '" + command + "'", String.valueOf(failure.getMessage()), "");
        }
    }
}
