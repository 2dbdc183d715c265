package io.urania.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;

/**
 * Many hosts in one process: an SSH server (Apache MINA) on loopback addresses, which lets in one key. The first batch is really
 * run; its output is the answer to all.
 */
final class FakeRack {

    private static final Pattern COUNT = Pattern.compile("count=([0-9]+)");

    private FakeRack() {}

    /** The loopback address of a host; hosts are counted from 0. */
    static String address(int host) {
        return "127.1." + host / 250 + "." + (host % 250 + 1);
    }

    /** Words: port, number of hosts, directory with host_key and authorized_keys. Serves until standard input ends. */
    public static void main(String[] words) throws IOException {
        Path directory = Path.of(words[2]);
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(IntStream.range(0, Integer.parseInt(words[1]))
                .mapToObj(FakeRack::address)
                .collect(Collectors.joining(",")));
        server.setPort(Integer.parseInt(words[0]));
        server.setKeyPairProvider(new FileKeyPairProvider(directory.resolve("host_key")));
        server.setPublickeyAuthenticator(new AuthorizedKeysAuthenticator(directory.resolve("authorized_keys")));
        RepeatedAnswer answer = new RepeatedAnswer();
        server.setCommandFactory((_, command) -> new Answering(command, answer));
        server.start();
        System.out.println("serving");
        while (System.in.read() >= 0) {}
        server.stop(true);
    }

    private static final class Answering implements Command {

        private final String command;
        private final RepeatedAnswer answer;
        private InputStream input = InputStream.nullInputStream();
        private OutputStream output = OutputStream.nullOutputStream();
        private ExitCallback exit = (_, _, _) -> {};

        Answering(String command, RepeatedAnswer answer) {
            this.command = command;
            this.answer = answer;
        }

        @Override
        public void setInputStream(InputStream stream) {
            input = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            output = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            // Nothing is said there.
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            Thread.startVirtualThread(() -> {
                try {
                    output.write(reply().getBytes(StandardCharsets.UTF_8));
                    output.flush();
                    exit.onExit(0);
                } catch (IOException | InterruptedException e) {
                    exit.onExit(1, e.toString());
                }
            });
        }

        private String reply() throws IOException, InterruptedException {
            Matcher count = COUNT.matcher(command);
            if (!count.find()) {
                return "";
            }
            byte[] script = input.readNBytes(Integer.parseInt(count.group(1)));
            return answer.to(new String(script, StandardCharsets.UTF_8));
        }

        @Override
        public void destroy(ChannelSession channel) {
            // The thread ends by itself.
        }
    }
}
