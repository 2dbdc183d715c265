package io.urania.engine.transport.sudo;

import io.urania.engine.shell.Shell;

/**
 * Command lines that become root through sudo. The command's standard input stays its own.
 *
 * <p>A password is the first line of standard input. A shell reads that line alone, byte by byte, and gives it to sudo
 * through a pipe: sudo asks the program {@code cat}, which reads the pipe that the prompt names. So the password stands in
 * no command line, environment or file; there is just one attempt, for the pipe is empty afterwards, and nothing that follows
 * is ever taken for a password; and where sudo does not ask, nothing is left over in the command's input.
 */
enum Sudo {
    /** sudo as it is. */
    PLAIN,
    /**
     * With a terminal around it, for {@code requiretty}; made by script(1) on the host, as one made by ssh would change what
     * goes through it.
     */
    ON_TERMINAL;

    private static final String NO_SCRIPT =
            "sudo there needs a terminal (requiretty), and the program script, which would provide one, is missing";

    /** The command line for the login shell. */
    String command(boolean password, String command) {
        String root = password
                // Not the shell's last command: the shell must live on, for its pipe is read by its name.
                ? "env LC_ALL=C SUDO_ASKPASS=/bin/cat sudo -A -p \"/proc/$$/fd/8\" -- sh -c " + Shell.quote(command)
                        + "; exit $?"
                : "env LC_ALL=C sudo -n -- sh -c " + Shell.quote(command);
        String started = switch (this) {
            case PLAIN -> "sh -c " + Shell.quote("exec 0<&3 3<&-; " + root);
            case ON_TERMINAL ->
                "command -v script >/dev/null || { echo " + Shell.quote(NO_SCRIPT)
                        + " >&2; exit 126; }; exec 6>&1 7>&2; SHELL=/bin/sh script -qefc "
                        + Shell.quote("exec 0<&3 3<&- 1>&6 6>&- 2>&7 7>&-; " + root)
                        + " /dev/null </dev/null >/dev/null 2>&1";
        };
        return "sh -c "
                + Shell.quote(
                        password
                                ? "unset password; IFS= read -r password; exec 3<&0; printf '%s\\n' \"$password\" | { exec"
                                        + " 8<&0 0</dev/null; " + started + "; }"
                                : "exec 3<&0; " + started);
    }
}
