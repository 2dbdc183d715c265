package io.urania.engine.resource.address;

import io.urania.engine.resource.safeguard.PlannedFile;
import java.util.List;
import java.util.Optional;

/** Whoever configures an interface, and how it is told. */
interface Keeper {

    /** What people call it. */
    String name();

    /** Whether it is the one that configures an interface. */
    boolean keeps(AddressFact fact, String link);

    /** Why it cannot be told, a sentence without its full stop; empty if it can. */
    Optional<String> refusal(AddressFact fact, String link);

    /** The files that it reads, as they are and as they are to be. */
    List<PlannedFile> files(AddressFact fact, String link, AddressSettings settings);

    /** POSIX sh to be run while its files are still what they were. */
    default String leaving(String link) {
        return "";
    }

    /** POSIX sh that fails if it would not take the files. */
    default String judging() {
        return "";
    }

    /** POSIX sh by which it takes the files as they are then, Urania's or the former ones. */
    String entering(AddressFact fact, String link);
}
