package io.urania.artifacts.build;

import java.util.Map;

/**
 * A module that is patched while it is compiled. It is linked into the wrapper module, because Go refuses to overlay
 * files of its module cache; so its checksum is not in go.sum but here.
 *
 * @param module the module's path
 * @param sum its checksum as {@code go mod download -json} writes it: {@code h1:…}
 * @param overlay paths in the module, and the wrapper module's files that stand in their place; empty: nothing does
 */
record LinkedModule(String module, String sum, Map<String, String> overlay) {
    /** Where it is linked to in the wrapper module. */
    static final String DIRECTORY = "linked";

    LinkedModule {
        overlay = Map.copyOf(overlay);
    }
}
