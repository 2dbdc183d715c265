package io.urania.lab.virtual;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The monitor of an emulator that runs.
 *
 * @param socket its path
 * @see <a href="https://www.qemu.org/docs/master/interop/qmp-spec.html">QEMU Machine Protocol Specification</a>
 */
record Monitor(Path socket) {
    /**
     * That of an emulator, by way of its working directory: the path is short however deep the rack's directory lies.
     *
     * @param emulator its process, as this machine counts
     */
    static Monitor of(long emulator) {
        return new Monitor(Path.of("/proc/" + emulator + "/cwd", MachineFiles.MONITOR));
    }

    /** Presses the power button; the guest shuts down when it gets to it. */
    void powerDown() throws IOException {
        execute("system_powerdown", new JsonObject());
    }

    /** Plugs the machine's network cable in, or pulls it. */
    void setLink(boolean up) throws IOException {
        var arguments = new JsonObject();
        arguments.addProperty("name", Emulator.CARD);
        arguments.addProperty("up", up);
        execute("set_link", arguments);
    }

    private void execute(String command, JsonObject arguments) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            try (BufferedReader answers = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
                read(answers, "QMP");
                send(channel, "qmp_capabilities", new JsonObject());
                read(answers, "return");
                send(channel, command, arguments);
                read(answers, "return");
            }
        }
    }

    private static void send(SocketChannel channel, String command, JsonObject arguments) throws IOException {
        var request = new JsonObject();
        request.addProperty("execute", command);
        request.add("arguments", arguments);
        var bytes = StandardCharsets.UTF_8.encode(request + "\n");
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads up to the message that has this member: events may come at any time. */
    private static void read(BufferedReader answers, String member) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            JsonObject message;
            try {
                message = JsonParser.parseString(line).getAsJsonObject();
            } catch (JsonParseException | IllegalStateException malformed) {
                throw new IOException("the emulator's monitor answered: " + line, malformed);
            }
            if (message.has("error")) {
                throw new IOException("the emulator's monitor refused: " + message.get("error"));
            }
            if (message.has(member)) {
                return;
            }
        }
        throw new IOException("the emulator's monitor closed the connection");
    }
}
