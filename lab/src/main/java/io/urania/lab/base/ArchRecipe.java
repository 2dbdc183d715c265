package io.urania.lab.base;

import io.urania.lab.system.Script;
import java.io.IOException;

/**
 * All that decides what the tree of hosts contains that are taken for Arch Linux.
 *
 * @param debian the tree that it is a copy of
 */
public record ArchRecipe(BaseRecipe debian) {
    static final Script BUILD = new Script("base/arch");
    static final Script REPOSITORY = new Script("base/arch-repository");
    /** The architecture of Arch Linux; the others have a project of their own. */
    private static final String ORIGINAL = "amd64";

    /** A name that changes whenever the tree would. */
    public String name() throws IOException {
        return "arch-%s-%s"
                .formatted(
                        debian.architecture(),
                        Fingerprint.of(String.join("\n", debian.name(), BUILD.text(), REPOSITORY.text())));
    }

    /** As os-release has it in {@code ID}. */
    String id() {
        return debian.architecture().equals(ORIGINAL) ? "arch" : "archarm";
    }

    /** As os-release has it in {@code NAME}. */
    String title() {
        return debian.architecture().equals(ORIGINAL) ? "Arch Linux" : "Arch Linux ARM";
    }
}
