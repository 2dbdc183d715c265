package io.urania.control.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Asks the person for whom something is done. Where nobody can be asked, nothing but {@link #canAsk} may be called. */
public interface Asking {

    /** Whether somebody is there to answer. */
    boolean canAsk();

    /**
     * Asks a question that is answered with yes or no; everything but yes is no.
     *
     * @param situation what the question is about, in lines that are read first
     */
    boolean confirm(String situation, String question) throws IOException;

    /**
     * Shows the keys of hosts that nobody knows yet, and asks whether these are the hosts that are meant.
     *
     * @param keptIn the file where keys are kept from then on
     */
    boolean recognises(List<NewHost> hosts, Path keptIn) throws IOException;

    /**
     * Asks for the password of a login, which is not shown while it is typed.
     *
     * @param where as whom and where, for people to read
     */
    String passwordForLogin(String where) throws IOException;

    /** Asks for the password that sudo wants on the hosts, which is not shown while it is typed. */
    String passwordForSudo() throws IOException;
}
