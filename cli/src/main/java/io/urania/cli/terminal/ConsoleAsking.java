package io.urania.cli.terminal;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Console;
import io.urania.cli.console.TerminalEcho;
import io.urania.control.port.Asking;
import io.urania.control.port.NewHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Asks on the console. */
record ConsoleAsking(Console console) implements Asking {

    @Override
    public boolean canAsk() {
        return console.canAsk();
    }

    @Override
    public boolean confirm(String situation, String question) throws IOException {
        console.printError(situation);
        return console.confirm(question);
    }

    @Override
    public boolean recognises(List<NewHost> hosts, Path keptIn) throws IOException {
        int width = longest(hosts.stream().map(NewHost::name));
        int widthOfNames = longest(hosts.stream().map(host -> host.shown().knownAs()));
        console.printError("First contact with " + hosts.size() + (hosts.size() == 1 ? " host." : " hosts.")
                + " On a host, this shows its key: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub");
        hosts.forEach(host -> console.printError("  " + Columns.padded(host.name(), width) + "  "
                + Columns.padded(host.shown().knownAs(), widthOfNames) + "  "
                + host.shown().key().type() + "  " + host.shown().key().fingerprint()));
        return console.confirm("Are these the hosts you mean? Their keys will be kept in " + keptIn + ".");
    }

    @Override
    public String passwordForLogin(String where) throws IOException {
        return console.secret("Password for login " + where + ": ", new TerminalEcho());
    }

    @Override
    public String passwordForSudo() throws IOException {
        return console.secret("Password for sudo on the hosts: ", new TerminalEcho());
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }
}
